import { gone, inMatter, inReadOnly, it, type Case, type World } from './case.ts';

const fields = { name: 'Outage', query: 'outage kind:mail' };

/** A search kept in the matter, with what else the call needs. */
const onSaved = (more: object) => async (world: World) => {
  const { t, matterId } = world;
  const { id } = await t.client['search.saved.add']({ matterId, fields });
  return { matterId, id, ...more };
};
const onSavedReadOnly = (more: object) => async (world: World) => {
  const input = await onSaved(more)(world);
  await world.readOnly();
  return input;
};

const view = {
  name: 'Mail of January',
  filter: {},
  sort: 'title',
  isDescending: false,
  grouping: 'none',
} as const;

/** A list kept in the matter, with what else the call needs. */
const onView = (more: object) => async (world: World) => {
  const { t, matterId } = world;
  const { id } = await t.client['evidence.view.add']({ matterId, fields: view });
  return { matterId, id, ...more };
};
const onViewReadOnly = (more: object) => async (world: World) => {
  const input = await onView(more)(world);
  await world.readOnly();
  return input;
};

/** Searching, and searches and lists that are kept. */
export const searchCases: readonly Case[] = [
  it('search.query', 'ok', inMatter({ query: 'motion' })),
  it('search.query', 'SEARCH_QUERY_INVALID', inMatter({ query: 'motion AND' })),
  it('search.facets', 'ok', inMatter({ query: 'motion' })),
  it('search.facets', 'SEARCH_QUERY_INVALID', inMatter({ query: 'motion AND' })),
  it('evidence.view.list', 'ok', inMatter()),
  it('evidence.view.add', 'ok', inMatter({ fields: view })),
  it('evidence.view.add', 'INVALID_INPUT', inMatter({ fields: { ...view, name: ' ' } })),
  it('evidence.view.add', 'MATTER_READ_ONLY', inReadOnly({ fields: view })),
  it('evidence.view.update', 'ok', onView({ fields: { name: 'Downtime' } })),
  it('evidence.view.update', 'NOT_FOUND', inMatter({ id: gone, fields: { name: 'x' } })),
  it('evidence.view.update', 'MATTER_READ_ONLY', onViewReadOnly({ fields: { name: 'x' } })),
  it('evidence.view.delete', 'ok', onView({})),
  it('evidence.view.delete', 'NOT_FOUND', inMatter({ id: gone })),
  it('evidence.view.delete', 'MATTER_READ_ONLY', onViewReadOnly({})),
  it('search.saved.list', 'ok', inMatter()),
  it('search.saved.add', 'ok', inMatter({ fields })),
  it('search.saved.add', 'MATTER_READ_ONLY', inReadOnly({ fields })),
  it('search.saved.update', 'ok', onSaved({ fields: { name: 'Downtime' } })),
  it('search.saved.update', 'NOT_FOUND', inMatter({ id: gone, fields: { name: 'x' } })),
  it('search.saved.update', 'MATTER_READ_ONLY', onSavedReadOnly({ fields: { name: 'x' } })),
  it('search.saved.delete', 'ok', onSaved({})),
  it('search.saved.delete', 'NOT_FOUND', inMatter({ id: gone })),
  it('search.saved.delete', 'MATTER_READ_ONLY', onSavedReadOnly({})),
];
