import { writeFileSync } from 'node:fs';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { makePng } from '../../testing/images.ts';
import { withMatterFile } from '../../testing/matter-file.ts';
import { gone, inMatter, it, plantItem, type Case, type World } from './case.ts';

const rule = '902(14)';
const operations = [
  ['authenticity.custody', {}],
  ['authenticity.certificate', { rule }],
  ['authenticity.summary', { columns: ['date', 'title'], form: 'csv' }],
] as const;

const paper = (world: World) => world.at('paper.pdf');

/** An item, and where its paper goes. */
const ofItem =
  (more: object, target: (world: World) => string = paper) =>
  async (world: World) => {
    const id = await plantItem(world, 'text', 'The servers went dark at midnight.');
    return { matterId: world.matterId, ids: [id], target: { path: target(world) }, ...more };
  };

/** The same after somebody reached into the matter's file. */
const tampered =
  (statements: string, more: object = { rule }) =>
  async (world: World) => {
    const input = await ofItem(more)(world);
    const path = await world.closed();
    withMatterFile(path, (db) => db.exec(statements));
    await world.t.client['matter.open']({ source: { path } });
    return input;
  };

/** An item, and what it shows. */
const shown = async (world: World) => ({
  matterId: world.matterId,
  id: await plantItem(world, 'text', 'The servers went dark at midnight.'),
  shows: 'When the servers went dark',
});

/** Papers about originals. */
export const authenticityCases: readonly Case[] = [
  ...operations.flatMap(([operation, more]) => [
    it(operation, 'ok', ofItem(more)),
    it(
      operation,
      'NOT_FOUND',
      inMatter((world) => ({ ids: [gone], target: { path: paper(world) }, ...more })),
    ),
    it(
      operation,
      'FILE_EXISTS',
      ofItem(more, (world) => {
        writeFileSync(paper(world), 'x');
        return paper(world);
      }),
    ),
    it(
      operation,
      'FILE_UNWRITABLE',
      ofItem(more, (world) => world.at('no-such-folder/paper.pdf')),
    ),
  ]),
  it('authenticity.summary.preview', 'ok', async (world) => {
    const { matterId, id } = await shown(world);
    return { matterId, ids: [id] };
  }),
  it('authenticity.summary.preview', 'NOT_FOUND', inMatter({ ids: [gone] })),
  it('authenticity.summary.describe', 'ok', shown),
  it('authenticity.summary.describe', 'NOT_FOUND', inMatter({ id: gone, shows: 'x' })),
  it('authenticity.summary.describe', 'MATTER_READ_ONLY', async (world) => {
    const input = await shown(world);
    const path = await world.closed();
    await world.t.client['matter.open']({ source: { path }, isReadOnly: true });
    return input;
  }),
  it(
    'authenticity.certificate',
    'AUTHENTICITY_NOT_CERTIFIED',
    tampered(
      'DROP TRIGGER content_chunk_no_update; UPDATE content_chunk SET bytes = zeroblob(length(bytes))',
    ),
  ),
  it('authenticity.certificate', 'AUTHENTICITY_MADE_HERE', async (world) => {
    const { t, matterId } = world;
    const list = world.at('vol001.opt');
    writeFileSync(list, 'AB0001,V,1.png,Y,,,2\nAB0002,V,2.png,,,,\n');
    for (const page of [1, 2]) writeFileSync(world.at(`${page}.png`), makePng(30, 20 + page));
    const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path: list }] });
    const joined = items[0]!.children![0]!.id as EvidenceId;
    return { matterId, ids: [joined], target: { path: paper(world) }, rule };
  }),
  it(
    'authenticity.certificate',
    'MATTER_CHAIN_BROKEN',
    tampered(`DROP TRIGGER custody_event_no_update; UPDATE custody_event SET account = 'another'`),
  ),
  it(
    'authenticity.certificate',
    'EVIDENCE_RECORD_ALTERED',
    tampered(`UPDATE evidence_description SET collected_by = 'Another'`),
  ),
  it(
    'authenticity.summary',
    'EVIDENCE_RECORD_ALTERED',
    tampered(`UPDATE evidence_description SET collected_by = 'Another'`, {
      columns: ['title'],
      form: 'csv',
    }),
  ),
];
