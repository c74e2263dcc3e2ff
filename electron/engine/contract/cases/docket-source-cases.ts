import { writeFileSync } from 'node:fs';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { gone, inMatter, inReadOnly, it, type Case, type World } from './case.ts';

/** A page of our own export, which any version reads. */
function writeSource({ at }: World, entries: readonly object[]): { path: string } {
  const path = at('docket.json');
  writeFileSync(path, JSON.stringify(entries));
  return { path };
}

async function readImport(world: World): Promise<{ importId: string; planHash: string }> {
  const { t, matterId } = world;
  const sources = [writeSource(world, [{ number: 7, text: 'ORDER', filedOn: '2021-01-12' }])];
  const { importId } = await t.runJob('docket.import.read', { matterId, sources });
  const { planHash } = await t.client['docket.import.preview']({ matterId, importId });
  return { importId, planHash };
}

async function importTwo(world: World): Promise<string[]> {
  const { t, matterId } = world;
  for (const text of ['ORDER', 'AMENDED ORDER']) {
    const sources = [writeSource(world, [{ number: 7, text, filedOn: '2021-01-12' }])];
    const { importId } = await t.runJob('docket.import.read', { matterId, sources });
    const { planHash } = await t.client['docket.import.preview']({ matterId, importId });
    await t.client['docket.import.apply']({ matterId, importId, planHash });
  }
  return (await t.client['docket.source.list']({ matterId })).map(({ id }) => id);
}

export const docketImportCases: readonly Case[] = [
  it(
    'docket.thread',
    'ok',
    inMatter((w) => ({ id: w.entryIds[1], parentId: null })),
  ),
  it(
    'docket.thread',
    'NOT_FOUND',
    inMatter((w) => ({ id: w.entryIds[0], parentId: gone })),
  ),
  it(
    'docket.thread',
    'DOCKET_THREAD_LOOP',
    inMatter((w) => ({ id: w.entryIds[0], parentId: w.entryIds[1] })),
  ),
  it(
    'docket.thread',
    'MATTER_READ_ONLY',
    inReadOnly((w) => ({ id: w.entryIds[0], parentId: 'auto' })),
  ),
  it(
    'docket.mark',
    'ok',
    inMatter((w) => ({ ids: [w.entryIds[0]], isUnread: false })),
  ),
  it(
    'docket.mark',
    'MATTER_READ_ONLY',
    inReadOnly((w) => ({ ids: [w.entryIds[0]], isUnread: true })),
  ),
  it('docket.header', 'ok', inMatter()),
  it('docket.parse', 'ok', (w) => ({ sources: [writeSource(w, [{ number: 7, text: 'ORDER' }])] })),
  it('docket.findPrints', 'ok', (w) => ({ files: [writeSource(w, [{ number: 7, text: 'ORDER' }])] })),
  it('docket.import.read', 'ok', (w) => ({
    matterId: w.matterId,
    sources: [writeSource(w, [{ number: 7, text: 'ORDER' }])],
  })),
  it('docket.import.read', 'MATTER_READ_ONLY', async (w) => {
    await w.readOnly();
    return { matterId: w.matterId, sources: [writeSource(w, [{ number: 7, text: 'ORDER' }])] };
  }),
  it('docket.import.preview', 'ok', async (w) => ({
    matterId: w.matterId,
    importId: (await readImport(w)).importId,
  })),
  it('docket.import.preview', 'NOT_FOUND', inMatter({ importId: gone })),
  it('docket.import.apply', 'ok', async (w) => ({ matterId: w.matterId, ...(await readImport(w)) })),
  it('docket.import.apply', 'DOCKET_IMPORT_CHANGED', async (w) => {
    const read = await readImport(w);
    await w.t.client['docket.add']({ matterId: w.matterId, entries: [{ number: 7, text: 'by hand' }] });
    return { matterId: w.matterId, ...read };
  }),
  it('docket.import.apply', 'NOT_FOUND', inMatter({ importId: gone, planHash: '' })),
  it('docket.import.apply', 'MATTER_READ_ONLY', inReadOnly({ importId: gone, planHash: '' })),
  it('docket.import.discard', 'ok', async (w) => ({
    matterId: w.matterId,
    importId: (await readImport(w)).importId,
  })),
  it('docket.import.discard', 'MATTER_READ_ONLY', inReadOnly({ importId: gone })),
  it('docket.source.list', 'ok', inMatter()),
  it('docket.source.compare', 'ok', async (w) => {
    const [to, from] = await importTwo(w);
    return { matterId: w.matterId, from, to };
  }),
  it('docket.source.compare', 'NOT_FOUND', inMatter({ from: gone, to: gone })),
  it('docket.source.export', 'ok', async (w) => ({
    matterId: w.matterId,
    ids: await importTwo(w),
    target: { path: w.at('sources') },
  })),
  it(
    'docket.source.export',
    'NOT_FOUND',
    inMatter((w) => ({ ids: [gone], target: { path: w.at('sources') } })),
  ),
  it('docket.source.export', 'FILE_UNWRITABLE', async (w) => ({
    matterId: w.matterId,
    ids: await importTwo(w),
    target: { path: w.at('docket.json') },
  })),
];

/** A paper that is no PDF, so that it has no stamp. */
async function addPaper({ t, matterId, at }: World): Promise<EvidenceId> {
  const path = at('paper.txt');
  writeFileSync(path, 'A paper');
  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path }] });
  return items[0]!.id as EvidenceId;
}

const stamp = {
  caseNumber: '',
  number: 5,
  attachment: null,
  filedOn: null,
  pageCount: null,
  pageId: '',
  raw: '',
};

export const docketDocumentCases: readonly Case[] = [
  it('docket.stamp.plan', 'ok', async (w) => ({ matterId: w.matterId, evidenceIds: [await addPaper(w)] })),
  it('docket.stamp.plan', 'NOT_FOUND', inMatter({ evidenceIds: [gone] })),
  it('docket.stamp.file', 'ok', async (w) => ({
    matterId: w.matterId,
    filings: [{ evidenceId: await addPaper(w), stamp, entryId: null, action: 'add' }],
  })),
  it('docket.stamp.file', 'NOT_FOUND', async (w) => ({
    matterId: w.matterId,
    filings: [{ evidenceId: await addPaper(w), stamp, entryId: gone, action: 'link' }],
  })),
  it('docket.stamp.file', 'DOCKET_STAMP_UNUSABLE', async (w) => ({
    matterId: w.matterId,
    filings: [
      { evidenceId: await addPaper(w), stamp: { ...stamp, number: null }, entryId: null, action: 'add' },
    ],
  })),
  it(
    'docket.stamp.file',
    'MATTER_READ_ONLY',
    inReadOnly({ filings: [{ evidenceId: gone, stamp: null, entryId: gone, action: 'link' }] }),
  ),
  it(
    'docket.export',
    'ok',
    inMatter((w) => ({ format: 'csv', target: { path: w.at('docket.csv') } })),
  ),
  it('docket.export', 'NOT_FOUND', inMatter({ format: 'json', ids: [gone] })),
  it('docket.export', 'FILE_EXISTS', (w) => ({
    matterId: w.matterId,
    format: 'csv',
    target: writeSource(w, []),
  })),
  it(
    'docket.export',
    'FILE_UNWRITABLE',
    inMatter((w) => ({ format: 'csv', target: { path: w.at('no-such-folder/docket.csv') } })),
  ),
  it(
    'docket.exportDocuments',
    'ok',
    inMatter((w) => ({ ids: [...w.entryIds], target: { path: w.at('documents') } })),
  ),
  it(
    'docket.exportDocuments',
    'NOT_FOUND',
    inMatter((w) => ({ ids: [gone], target: { path: w.at('documents') } })),
  ),
  it('docket.exportDocuments', 'FILE_UNWRITABLE', (w) => ({
    matterId: w.matterId,
    ids: [w.entryIds[0]],
    target: writeSource(w, []),
  })),
  it(
    'docket.print',
    'ok',
    inMatter((w) => ({ target: { path: w.at('docket.pdf') } })),
  ),
  it(
    'docket.print',
    'NOT_FOUND',
    inMatter((w) => ({ ids: [gone], target: { path: w.at('docket.pdf') } })),
  ),
  it('docket.print', 'FILE_EXISTS', (w) => ({ matterId: w.matterId, target: writeSource(w, []) })),
  it(
    'docket.print',
    'FILE_UNWRITABLE',
    inMatter((w) => ({ target: { path: w.at('no-such-folder/docket.pdf') } })),
  ),
];
