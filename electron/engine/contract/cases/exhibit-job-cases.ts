import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makePdf } from '../../testing/pdf-files.ts';
import { gone, inMatter, it, plantItem, type Case, type World } from './case.ts';
import { batesOf } from './exhibit-cases.ts';

/** A set with one exhibit, with nothing of its bytes said, unless told otherwise. */
async function makeSet(world: World, bytes: Uint8Array | string, prefix = 'FAIR', digits = 4) {
  const evidenceId = await plantItem(world, 'pdf', bytes);
  const matterId = world.matterId;
  const { client } = world.t;
  const { id: setId } = await client['exhibits.set.create']({
    matterId,
    fields: { name: 'Motion', bates: batesOf(prefix, digits) },
  });
  await client['exhibits.add']({ matterId, setId, evidenceIds: [evidenceId] });
  return { matterId, setId, evidenceId };
}

const paper = () => makePdf([{ text: 'Exhibit A at 1 tells of the outage.' }]);
const makeGood = async (world: World) => makeSet(world, await paper());

/** A set that was built; the path of its manifest. */
async function makeBuilt(world: World) {
  const made = await makeGood(world);
  const { manifest } = await world.t.runJob('exhibits.build', {
    matterId: made.matterId,
    setId: made.setId,
    target: { path: world.at('out') },
  });
  return { ...made, manifest };
}

const building =
  (prepare: (world: World) => Promise<{ matterId: string; setId: string }>, more: object = {}) =>
  async (world: World) => {
    const { matterId, setId } = await prepare(world);
    return { matterId, setId, target: { path: world.at('out') }, ...more };
  };
async function makeEmpty(world: World) {
  const matterId = world.matterId;
  const { id: setId } = await world.t.client['exhibits.set.create']({ matterId, fields: { name: 'Motion' } });
  return { matterId, setId };
}

const buildCases: readonly Case[] = [
  it('exhibits.build', 'ok', building(makeGood)),
  it(
    'exhibits.build',
    'NOT_FOUND',
    building(async (world) => ({ matterId: world.matterId, setId: gone })),
  ),
  it('exhibits.build', 'EXHIBIT_SET_EMPTY', building(makeEmpty)),
  it('exhibits.build', 'COURT_PROFILE_NOT_FOUND', building(makeGood, { court: 'nowhere' })),
  it(
    'exhibits.build',
    'EXHIBIT_SOURCE_UNREADABLE',
    building((world) => makeSet(world, 'no PDF at all')),
  ),
  it(
    'exhibits.build',
    'BATES_NUMBER_TAKEN',
    building(async (world) => {
      await world.t.client['exhibits.ledger.import']({
        matterId: world.matterId,
        ranges: [{ range: 'FAIR1001', note: '' }],
      });
      return makeSet(world, await paper(), 'FAIR1', 3);
    }),
  ),
  it(
    'exhibits.build',
    'BATES_NUMBERS_USED_UP',
    building(async (world) => {
      const { matterId, setId } = await makeSet(world, await makePdf([{ text: 'One' }, { text: 'Two' }]));
      const bates = { prefix: 'FAIR', digits: 10, start: 9_999_999_999, suffix: '' };
      await world.t.client['exhibits.set.update']({ matterId, setId, fields: { bates } });
      return { matterId, setId };
    }),
  ),
  it(
    'exhibits.build',
    'FILE_UNWRITABLE',
    building(async (world) => {
      writeFileSync(world.at('out'), 'no folder');
      return makeGood(world);
    }),
  ),
  it(
    'exhibits.build',
    'MATTER_READ_ONLY',
    building(async (world) => {
      const made = await makeGood(world);
      await world.readOnly();
      return made;
    }),
  ),
  it('exhibits.seal', 'ok', async (world) => {
    const { matterId, setId } = await makeBuilt(world);
    return { matterId, setId };
  }),
  it('exhibits.seal', 'EXHIBIT_SET_SEALED', async (world) => {
    const { matterId, setId } = await makeBuilt(world);
    await world.t.runJob('exhibits.seal', { matterId, setId });
    return { matterId, setId };
  }),
  it('exhibits.seal', 'EXHIBIT_BUILD_CHANGED', async (world) => {
    const { matterId, setId, manifest } = await makeBuilt(world);
    appendFileSync(manifest, ' ');
    return { matterId, setId };
  }),
];

const filingCases: readonly Case[] = [
  it('exhibits.checkFiling', 'ok', async (world) => {
    const { matterId, setId } = await makeBuilt(world);
    return { matterId, setId };
  }),
  it('exhibits.checkFiling', 'EXHIBIT_BUILD_MISSING', async (world) => {
    const { matterId, setId } = await makeGood(world);
    return { matterId, setId };
  }),
  it('exhibits.checkFiling', 'COURT_PROFILE_NOT_FOUND', async (world) => {
    const { matterId, setId } = await makeBuilt(world);
    return { matterId, setId, court: 'zzzz' };
  }),
  it('exhibits.checkFiling', 'NOT_FOUND', ({ matterId }) => ({ matterId, setId: gone })),
  it('exhibits.checkAsFiled', 'ok', async (world) => {
    const { matterId, setId, manifest } = await makeBuilt(world);
    return { matterId, setId, returned: [{ path: manifest }] };
  }),
  it('exhibits.checkAsFiled', 'EXHIBIT_BUILD_MISSING', async (world) => {
    const { matterId, setId } = await makeGood(world);
    return { matterId, setId, returned: [{ path: world.at('gone.pdf') }] };
  }),
  it('exhibits.checkAsFiled', 'NOT_FOUND', async (world) => {
    const { matterId, setId } = await makeBuilt(world);
    return { matterId, setId, buildId: gone, returned: [{ path: world.at('gone.pdf') }] };
  }),
];

const compareCases: readonly Case[] = [
  it('exhibits.compare', 'ok', async (world) => {
    const { matterId, manifest } = await makeBuilt(world);
    return { matterId, manifest: { path: manifest } };
  }),
  it('exhibits.compare', 'MANIFEST_UNREADABLE', (world) => {
    writeFileSync(world.at('manifest.json'), '{}');
    return { matterId: world.matterId, manifest: { path: world.at('manifest.json') } };
  }),
];

const printing =
  (sheets: 'slipSheets' | 'tabs', file: string, prepare = makeGood) =>
  async (world: World) => {
    const { matterId, setId } = await prepare(world);
    return { matterId, setId, sheets, target: { path: world.at(file) } };
  };

/** A built set; what names its volume, to be printed into a file. */
async function makePrintable(world: World) {
  const { matterId, setId, manifest } = await makeBuilt(world);
  const [build] = await world.t.client['exhibits.build.list']({ matterId, setId });
  const { id: buildOutputId, file } = build!.outputs.find(({ role }) => role === 'volume')!;
  const volume = join(dirname(manifest), file);
  const target = { path: world.at('print.pdf') };
  return {
    input: { matterId, buildOutputId, target, isDoubleSided: true, hasSlipSheets: true },
    volume,
    manifest,
  };
}

const printCopyCases: readonly Case[] = [
  it('exhibits.printCopy', 'ok', async (world) => (await makePrintable(world)).input),
  it(
    'exhibits.printCopy',
    'NOT_FOUND',
    inMatter((world) => ({
      buildOutputId: gone,
      target: { path: world.at('print.pdf') },
      isDoubleSided: true,
      hasSlipSheets: true,
    })),
  ),
  it('exhibits.printCopy', 'EXHIBIT_BUILD_MISSING', async (world) => {
    const { input, volume } = await makePrintable(world);
    rmSync(volume);
    return input;
  }),
  it('exhibits.printCopy', 'EXHIBIT_BUILD_CHANGED', async (world) => {
    const { input, manifest } = await makePrintable(world);
    appendFileSync(manifest, ' ');
    return input;
  }),
  it('exhibits.printCopy', 'FILE_EXISTS', async (world) => {
    const { input } = await makePrintable(world);
    writeFileSync(input.target.path, 'somebody’s');
    return input;
  }),
  it('exhibits.printCopy', 'FILE_UNWRITABLE', async (world) => {
    const { input } = await makePrintable(world);
    return { ...input, target: { path: world.at('gone/print.pdf') } };
  }),
];

const printCases: readonly Case[] = [
  it('exhibits.printSheets', 'ok', printing('slipSheets', 'sheets.pdf')),
  it('exhibits.printSheets', 'ok', printing('tabs', 'tabs.pdf')),
  it(
    'exhibits.printSheets',
    'NOT_FOUND',
    inMatter((world) => ({ setId: gone, sheets: 'tabs', target: { path: world.at('tabs.pdf') } })),
  ),
  it('exhibits.printSheets', 'EXHIBIT_SET_EMPTY', async (world) => {
    const { matterId, setId } = await makeEmpty(world);
    return { matterId, setId, sheets: 'tabs', target: { path: world.at('tabs.pdf') } };
  }),
  it('exhibits.printSheets', 'FILE_EXISTS', async (world) => {
    writeFileSync(world.at('tabs.pdf'), 'somebody’s');
    return printing('tabs', 'tabs.pdf')(world);
  }),
  it('exhibits.printSheets', 'FILE_UNWRITABLE', printing('tabs', 'gone/tabs.pdf')),
];

/** Building, comparing and printing: long work on a set. */
export const exhibitJobCases: readonly Case[] = [
  ...buildCases,
  ...filingCases,
  ...compareCases,
  ...printCopyCases,
  ...printCases,
];
