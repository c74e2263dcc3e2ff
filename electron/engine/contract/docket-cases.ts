import { writeFileSync } from 'node:fs';
import { gone, inMatter, inReadOnly, it, type Case, type World } from './case.ts';

export const docketCases: readonly Case[] = [
  it(
    'docket.list',
    'ok',
    inMatter(() => ({ filter: 'complaint', sort: 'filedOn' })),
  ),
  it(
    'docket.add',
    'ok',
    inMatter(() => ({ entries: [{ number: 2, text: 'MOTION' }] })),
  ),
  it(
    'docket.add',
    'DOCKET_NUMBER_TAKEN',
    inMatter(() => ({ entries: [{ number: 1, text: 'x' }] })),
  ),
  it(
    'docket.add',
    'DOCKET_ATTACHMENT_WITHOUT_ENTRY',
    inMatter(() => ({ entries: [{ number: 9, attachment: 1, text: 'x' }] })),
  ),
  it(
    'docket.add',
    'NOT_FOUND',
    inMatter(() => ({ entries: [{ text: 'x', evidenceId: gone }] })),
  ),
  it(
    'docket.add',
    'MATTER_READ_ONLY',
    inReadOnly(() => ({ entries: [{ text: 'x' }] })),
  ),
  it('docket.add', 'MATTER_NOT_OPEN', () => ({ matterId: gone, entries: [{ text: 'x' }] })),
  it(
    'docket.update',
    'ok',
    inMatter((w) => ({ id: w.entryIds[0], fields: { text: 'y' } })),
  ),
  it(
    'docket.update',
    'NOT_FOUND',
    inMatter(() => ({ id: gone, fields: { text: 'y' } })),
  ),
  it(
    'docket.update',
    'DOCKET_NUMBER_TAKEN',
    inMatter((w) => ({ id: w.entryIds[1], fields: { attachment: null } })),
  ),
  it(
    'docket.update',
    'DOCKET_ATTACHMENT_WITHOUT_ENTRY',
    inMatter((w) => ({ id: w.entryIds[1], fields: { number: 9 } })),
  ),
  it(
    'docket.update',
    'MATTER_READ_ONLY',
    inReadOnly((w) => ({ id: w.entryIds[0], fields: {} })),
  ),
  it(
    'docket.delete',
    'ok',
    inMatter((w) => ({ ids: [w.entryIds[0]] })),
  ),
  it(
    'docket.delete',
    'NOT_FOUND',
    inMatter(() => ({ ids: [gone] })),
  ),
  it(
    'docket.delete',
    'MATTER_READ_ONLY',
    inReadOnly((w) => ({ ids: [w.entryIds[0]] })),
  ),
  it(
    'docket.link',
    'ok',
    inMatter((w) => ({ id: w.entryIds[0], evidenceId: null })),
  ),
  it(
    'docket.link',
    'NOT_FOUND',
    inMatter((w) => ({ id: w.entryIds[0], evidenceId: gone })),
  ),
  it(
    'docket.link',
    'MATTER_READ_ONLY',
    inReadOnly((w) => ({ id: w.entryIds[0], evidenceId: null })),
  ),
];

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
  it(
    'docket.import.preview',
    'NOT_FOUND',
    inMatter(() => ({ importId: gone })),
  ),
  it('docket.import.apply', 'ok', async (w) => ({ matterId: w.matterId, ...(await readImport(w)) })),
  it('docket.import.apply', 'DOCKET_IMPORT_CHANGED', async (w) => {
    const read = await readImport(w);
    await w.t.client['docket.add']({ matterId: w.matterId, entries: [{ number: 7, text: 'by hand' }] });
    return { matterId: w.matterId, ...read };
  }),
  it(
    'docket.import.apply',
    'NOT_FOUND',
    inMatter(() => ({ importId: gone, planHash: '' })),
  ),
  it(
    'docket.import.apply',
    'MATTER_READ_ONLY',
    inReadOnly(() => ({ importId: gone, planHash: '' })),
  ),
  it('docket.import.discard', 'ok', async (w) => ({
    matterId: w.matterId,
    importId: (await readImport(w)).importId,
  })),
  it(
    'docket.import.discard',
    'MATTER_READ_ONLY',
    inReadOnly(() => ({ importId: gone })),
  ),
  it('docket.source.list', 'ok', inMatter()),
  it('docket.source.compare', 'ok', async (w) => {
    const [to, from] = await importTwo(w);
    return { matterId: w.matterId, from, to };
  }),
  it(
    'docket.source.compare',
    'NOT_FOUND',
    inMatter(() => ({ from: gone, to: gone })),
  ),
];
