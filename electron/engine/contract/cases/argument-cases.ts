import { writeFileSync } from 'node:fs';
import { makePdf } from '../../testing/pdf-files.ts';
import { gone, inMatter, inReadOnly, it, plantItem, type Case, type World } from './case.ts';

const element = { claim: 'Count I', name: 'Breach' };

/** A fact that cites the page of an item and bears on an element, and what calls about them begin with. */
async function makeFact(world: World) {
  const { t, matterId } = world;
  const evidenceId = await plantItem(world, 'pdf', await makePdf([{ text: 'Thirty days' }]));
  const [breach, harm] = await t.client['argument.element.add']({
    matterId,
    elements: [element, { ...element, name: 'Harm' }],
  });
  const pinCite = { evidenceId, anchor: { page: 1 } };
  const { id, pinCites } = await t.client['argument.fact.add']({
    matterId,
    fields: { text: 'Service stopped', bearings: [{ elementId: breach!.id, side: 'for' }] },
    pinCites: [pinCite],
  });
  return { matterId, id, pinCite, pinCiteId: pinCites[0]!.id, elementId: breach!.id, otherId: harm!.id };
}
type Made = Awaited<ReturnType<typeof makeFact>>;

const onFact = (more: (made: Made) => object) => async (world: World) => {
  const made = await makeFact(world);
  return { matterId: made.matterId, ...more(made) };
};
const exporting = (name: string) => async (world: World) => ({
  matterId: (await makeFact(world)).matterId,
  what: 'matrix',
  form: 'csv',
  target: { path: world.at(name) },
});

const missing: readonly Case[] = (
  [
    ['argument.fact.add', { fields: { text: 'x', bearings: [{ elementId: gone, side: 'for' }] } }],
    ['argument.fact.update', { id: gone, fields: { text: 'x' } }],
    ['argument.fact.delete', { ids: [gone] }],
    ['argument.pinCite.add', { factId: gone, pinCite: { evidenceId: gone, anchor: {} } }],
    ['argument.pinCite.delete', { id: gone }],
    ['argument.element.update', { id: gone, fields: element }],
    ['argument.element.delete', { id: gone }],
    ['argument.element.move', { id: gone, beforeId: null }],
  ] as const
).flatMap(([operation, input]) => [
  it(
    operation,
    'NOT_FOUND',
    inMatter(() => input),
  ),
  it(
    operation,
    'MATTER_READ_ONLY',
    inReadOnly(() => input),
  ),
]);

/** Facts, their pin cites, and the elements they bear on. */
export const argumentCases: readonly Case[] = [
  ...missing,
  it('argument.get', 'ok', inMatter()),
  it(
    'argument.check',
    'ok',
    onFact(() => ({})),
  ),
  it('argument.fact.add', 'ok', inMatter({ fields: { text: 'Service stopped' } })),
  it(
    'argument.fact.add',
    'INVALID_INPUT',
    inMatter({ fields: { text: 'x', date: { kind: 'between', from: '2021', to: null } } }),
  ),
  it(
    'argument.fact.add',
    'PIN_CITE_INVALID',
    onFact(({ pinCite }) => ({ fields: { text: 'x' }, pinCites: [{ ...pinCite, anchor: { atMs: 5 } }] })),
  ),
  it(
    'argument.fact.update',
    'ok',
    onFact(({ id }) => ({ id, fields: { date: null } })),
  ),
  it(
    'argument.fact.update',
    'PIN_CITE_INVALID',
    onFact(({ id, pinCite }) => ({
      id,
      fields: {},
      addedPinCites: [{ ...pinCite, anchor: { atMs: 5 } }],
    })),
  ),
  it(
    'argument.fact.delete',
    'ok',
    onFact(({ id }) => ({ ids: [id] })),
  ),
  it(
    'argument.pinCite.add',
    'ok',
    onFact(({ id, pinCite }) => ({ factId: id, pinCite })),
  ),
  it(
    'argument.pinCite.add',
    'PIN_CITE_INVALID',
    onFact(({ id, pinCite }) => ({ factId: id, pinCite: { ...pinCite, anchor: { atMs: 5 } } })),
  ),
  it(
    'argument.pinCite.delete',
    'ok',
    onFact(({ pinCiteId }) => ({ id: pinCiteId })),
  ),
  it('argument.element.add', 'ok', inMatter({ elements: [element] })),
  it('argument.element.add', 'MATTER_READ_ONLY', inReadOnly({ elements: [element] })),
  it(
    'argument.element.update',
    'ok',
    onFact(({ elementId }) => ({ id: elementId, fields: element })),
  ),
  it(
    'argument.element.delete',
    'ok',
    onFact(({ elementId }) => ({ id: elementId })),
  ),
  it(
    'argument.element.move',
    'ok',
    onFact(({ elementId, otherId }) => ({ id: otherId, beforeId: elementId })),
  ),
  it('argument.allegations', 'ok', inMatter()),
  it('argument.allegations', 'NOT_FOUND', inMatter({ pleadingId: gone })),
  it('argument.export', 'ok', exporting('matrix.csv')),
  it('argument.export', 'NOT_FOUND', async (world) => ({
    ...(await exporting('allegations.csv')(world)),
    what: 'allegations',
    pleadingId: gone,
  })),
  it('argument.export', 'FILE_EXISTS', async (world) => {
    writeFileSync(world.at('there.csv'), '');
    return exporting('there.csv')(world);
  }),
  it('argument.export', 'FILE_UNWRITABLE', exporting('no/such/folder/matrix.csv')),
];
