import type { OperationName } from '../../../../shared/contract/api.ts';
import type { BatesSettings } from '../../../../shared/model/exhibits.ts';
import { withMatterFile } from '../../testing/matter-file.ts';
import { gone, inMatter, inReadOnly, it, plantItem, type Case, type World } from './case.ts';

export const batesOf = (prefix: string, digits = 4): BatesSettings => ({
  prefix,
  digits,
  start: 1,
  suffix: '',
});

/** A set with two labels that are kept, A and B, and an item of evidence in no set. */
interface Made {
  readonly matterId: string;
  readonly setId: string;
  readonly ids: readonly [string, string];
  readonly evidenceId: string;
}

async function makeSet(world: World): Promise<Made> {
  const evidenceId = await plantItem(world, 'pdf', 'no more than a name');
  const client = world.t.client;
  const matterId = world.matterId;
  const { id: setId } = await client['exhibits.set.create']({
    matterId,
    fields: { name: 'Motion', bates: batesOf('FAIR') },
  });
  const [a, b] = await client['exhibits.reserve']({ matterId, setId, count: 2 });
  return { matterId, setId, ids: [a!.id, b!.id], evidenceId };
}

/** The same set as a seal leaves it. */
async function makeSealed(world: World): Promise<Made> {
  const made = await makeSet(world);
  await world.t.client['exhibits.assign']({
    matterId: made.matterId,
    id: made.ids[0],
    evidenceId: made.evidenceId,
  });
  const path = await world.closed();
  withMatterFile(path, (db) =>
    db.exec(`
      UPDATE exhibit SET sealed_at = '2021-01-12T00:00:00.000Z', volume = '1';
      UPDATE exhibit_set SET sealed_at = '2021-01-12T00:00:00.000Z';
    `),
  );
  await world.t.client['matter.open']({ source: { path } });
  return made;
}

type Input = (made: Made) => object;

const withSet = (input: Input) => async (world: World) => input(await makeSet(world));
const withSealed = (input: Input) => async (world: World) => input(await makeSealed(world));
const withReadOnly = (input: Input) => async (world: World) => {
  const made = await makeSet(world);
  await world.readOnly();
  return input(made);
};

/** An operation on a set: that it works, that no other set will do, and what a read-only matter and a sealed set say to it. */
function onSet(
  operation: OperationName,
  input: Input,
  refusals: { isSealed?: boolean; isQuery?: boolean } = {},
) {
  const elsewhere: Input = (made) => ({
    ...input(made),
    ...('id' in input(made) ? { id: gone } : { setId: gone }),
  });
  return [
    it(operation, 'ok', withSet(input)),
    it(operation, 'NOT_FOUND', withSet(elsewhere)),
    ...(refusals.isQuery ? [] : [it(operation, 'MATTER_READ_ONLY', withReadOnly(input))]),
    ...(refusals.isSealed ? [it(operation, 'EXHIBIT_SET_SEALED', withSealed(input))] : []),
  ];
}

/** What a call needs besides its set or exhibit: as it is, or made of the set. */
type More = Readonly<Record<string, unknown>> | Input;
const of = (more: More, made: Made) => (typeof more === 'function' ? more(made) : more);
const within =
  (more: More = {}): Input =>
  (made) => ({ matterId: made.matterId, setId: made.setId, ...of(more, made) });
const one =
  (more: More): Input =>
  (made) => ({ matterId: made.matterId, id: made.ids[0], ...of(more, made) });
const pushed = { afterLabel: 'A', place: 'push' };
/** A label that leaves no room for what comes after it. */
const longLabel = `A${'1'.repeat(19)}`;
const withLongLabel = (input: Input) => async (world: World) => {
  const made = await makeSet(world);
  await world.t.client['exhibits.update']({
    matterId: made.matterId,
    id: made.ids[0],
    fields: { label: longLabel },
  });
  return input(made);
};

const setCases: readonly Case[] = [
  it('exhibits.set.create', 'ok', inMatter({ fields: { name: 'Motion' } })),
  it('exhibits.set.create', 'MATTER_READ_ONLY', inReadOnly({ fields: { name: 'Motion' } })),
  it(
    'exhibits.set.create',
    'EXHIBIT_SET_NAME_TAKEN',
    withSet(({ matterId }) => ({ matterId, fields: { name: 'motion' } })),
  ),
  it('exhibits.set.update', 'EXHIBIT_SET_NAME_TAKEN', async (world) => {
    const made = await makeSet(world);
    await world.t.client['exhibits.set.create']({ matterId: made.matterId, fields: { name: 'Reply' } });
    return within({ fields: { name: 'reply' } })(made);
  }),
  it('exhibits.set.list', 'ok', inMatter()),
  ...onSet('exhibits.set.update', within({ fields: { name: 'Reply' } }), { isSealed: true }),
  ...onSet('exhibits.set.delete', within(), { isSealed: true }),
  ...onSet('exhibits.list', within(), { isQuery: true }),
  ...onSet('exhibits.labelHistory', within(), { isQuery: true }),
  ...onSet('exhibits.build.list', within(), { isQuery: true }),
  ...onSet('exhibits.planVolumes', within({ volumeMegabytes: 5 }), { isQuery: true }),
  it('exhibits.courts', 'ok', inMatter()),
  it('exhibits.planVolumes', 'COURT_PROFILE_NOT_FOUND', withSet(within({ court: 'nowhere' }))),
];

async function withPageTooFar(world: World) {
  const made = await makeSet(world);
  const path = await world.closed();
  withMatterFile(path, (db) =>
    db.exec(`INSERT INTO inspection SELECT content_id, '', '1', 2, 0, 0, '[]', '{}' FROM evidence_item`),
  );
  await world.t.client['matter.open']({ source: { path } });
  return within(({ evidenceId }) => ({ evidenceIds: [evidenceId], pageRanges: '3' }))(made);
}

const labelCases: readonly Case[] = [
  ...onSet(
    'exhibits.add',
    within(({ evidenceId }) => ({ evidenceIds: [evidenceId] })),
  ),
  it(
    'exhibits.add',
    'EXHIBIT_SET_SEALED',
    withSealed(within(({ evidenceId }) => ({ evidenceIds: [evidenceId], ...pushed }))),
  ),
  it(
    'exhibits.add',
    'EXHIBIT_LABEL_INVALID',
    withLongLabel(within(({ evidenceId }) => ({ evidenceIds: [evidenceId], afterLabel: longLabel }))),
  ),
  it('exhibits.add', 'EXHIBIT_PAGES_INVALID', withPageTooFar),
  it('exhibits.planAdd', 'EXHIBIT_PAGES_INVALID', withPageTooFar),
  ...onSet(
    'exhibits.planAdd',
    within(({ evidenceId }) => ({ evidenceIds: [evidenceId] })),
    { isQuery: true },
  ),
  it(
    'exhibits.planAdd',
    'EXHIBIT_SET_SEALED',
    withSealed(within(({ evidenceId }) => ({ evidenceIds: [evidenceId], ...pushed }))),
  ),
  it(
    'exhibits.planAdd',
    'EXHIBIT_LABEL_INVALID',
    withLongLabel(within(({ evidenceId }) => ({ evidenceIds: [evidenceId], afterLabel: longLabel }))),
  ),
  ...(['exhibits.reserve', 'exhibits.planReserve'] as const).flatMap((operation) => [
    ...onSet(operation, within({ count: 3 }), { isQuery: operation === 'exhibits.planReserve' }),
    it(operation, 'EXHIBIT_SET_SEALED', withSealed(within({ count: 1, ...pushed }))),
    it(operation, 'EXHIBIT_LABEL_INVALID', withLongLabel(within({ count: 1, afterLabel: longLabel }))),
  ]),
  ...onSet(
    'exhibits.move',
    within(({ ids }) => ({ ids: [ids[1]], position: 0 })),
    { isSealed: true },
  ),
  ...onSet(
    'exhibits.remove',
    within(({ ids }) => ({ ids })),
    { isSealed: true },
  ),
  ...onSet('exhibits.relabel', within(), { isSealed: true }),
  ...onSet('exhibits.planRelabel', within(), { isQuery: true }),
  ...(['exhibits.relabel', 'exhibits.planRelabel'] as const).map((operation) =>
    // A label that is kept and long, and a part of it, which has no room for its number.
    it(operation, 'EXHIBIT_LABEL_INVALID', async (world) => {
      const made = await makeSet(world);
      const { client } = world.t;
      const matterId = made.matterId;
      const setId = made.setId;
      const [part] = await client['exhibits.add']({
        matterId,
        setId,
        evidenceIds: [made.evidenceId],
        afterLabel: 'A',
        place: 'sub',
      });
      await client['exhibits.update']({ matterId, id: part!.id, fields: { label: 'Q' } });
      await client['exhibits.update']({ matterId, id: made.ids[0], fields: { label: longLabel } });
      return within()(made);
    }),
  ),
];

const exhibitEdits: readonly Case[] = [
  ...onSet(
    'exhibits.assign',
    one(({ evidenceId }) => ({ evidenceId })),
    { isSealed: true },
  ),
  it('exhibits.assign', 'EXHIBIT_WITHDRAWN', async (world) => {
    const made = await makeSet(world);
    await world.t.client['exhibits.withdraw']({
      matterId: made.matterId,
      setId: made.setId,
      ids: [made.ids[0]],
      reason: 'not needed',
    });
    return one(({ evidenceId }) => ({ evidenceId }))(made);
  }),
  ...onSet(
    'exhibits.withdraw',
    within(({ ids }) => ({ ids, reason: 'privileged' })),
  ),
  ...onSet(
    'exhibits.planTakeOut',
    within(({ ids }) => ({ ids })),
    { isQuery: true },
  ),
  ...onSet(
    'exhibits.reinstate',
    within(({ ids }) => ({ ids })),
  ),
  ...onSet('exhibits.update', one({ fields: { title: 'Letter' } }), { isSealed: true }),
  ...onSet(
    'exhibits.updateMany',
    within(({ ids }) => ({ ids, fields: { treatment: 'withheld', sponsor: 'Jane Smith' } })),
    { isSealed: true },
  ),
  it('exhibits.update', 'EXHIBIT_LABEL_TAKEN', withSet(one({ fields: { label: 'b' } }))),
  it('exhibits.update', 'EXHIBIT_LABEL_INVALID', withSet(one({ fields: { label: 'A/B' } }))),
  it('exhibits.update', 'EXHIBIT_PAGES_INVALID', withSet(one({ fields: { pageRanges: '0' } }))),
];

const ranges = [{ range: 'FAIR0001-FAIR0005', note: 'first production' }];
/** The ledger after numbers were entered in it. */
const withEntered = (more: object) => async (world: World) => {
  const { matterId } = world;
  await world.t.client['exhibits.ledger.import']({ matterId: matterId, ranges });
  return { matterId, ...more };
};
const withEnteredReadOnly = (more: object) => async (world: World) => {
  const input = await withEntered(more)(world);
  await world.readOnly();
  return input;
};

const ledgerCases: readonly Case[] = [
  it(
    'exhibits.pageCites',
    'ok',
    withSet(({ matterId, evidenceId }) => ({ matterId, evidenceId, page: 1 })),
  ),
  it('exhibits.pageCites', 'INVALID_INPUT', inMatter({ evidenceId: gone, page: 0 })),
  it('exhibits.pageCites', 'NOT_FOUND', inMatter({ evidenceId: gone, page: 1 })),
  it('exhibits.ledger', 'ok', inMatter()),
  it('exhibits.ledger.import', 'ok', inMatter({ ranges })),
  it('exhibits.ledger.import', 'MATTER_READ_ONLY', inReadOnly({ ranges })),
  it('exhibits.ledger.import', 'BATES_RANGE_INVALID', inMatter({ ranges: [{ range: 'five', note: '' }] })),
  it('exhibits.ledger.import', 'BATES_NUMBER_TAKEN', async (world) => {
    const { matterId, evidenceId } = await makeSet(world);
    const path = await world.closed();
    withMatterFile(path, (db) =>
      db
        .prepare(
          `INSERT INTO bates_number (prefix, number, digits, suffix, evidence_id, page, state)
             VALUES ('FAIR', 2, 4, '', ?, 1, 'reserved')`,
        )
        .run(evidenceId),
    );
    await world.t.client['matter.open']({ source: { path } });
    return { matterId, ranges };
  }),
  it('exhibits.ledger.void', 'ok', withEntered({ range: 'FAIR0002', reason: 'blank page' })),
  it('exhibits.ledger.void', 'NOT_FOUND', withEntered({ range: 'FAIR0009', reason: 'blank page' })),
  it('exhibits.ledger.void', 'BATES_RANGE_INVALID', withEntered({ range: 'FAIR', reason: 'blank page' })),
  it('exhibits.ledger.void', 'MATTER_READ_ONLY', withEnteredReadOnly({ range: 'FAIR0002', reason: 'x' })),
  it('exhibits.ledger.takeBack', 'ok', withEntered({ range: 'FAIR0002', reason: 'mistyped' })),
  it('exhibits.ledger.takeBack', 'NOT_FOUND', withEntered({ range: 'FAIR0009', reason: 'mistyped' })),
  it('exhibits.ledger.takeBack', 'BATES_RANGE_INVALID', withEntered({ range: 'FAIR', reason: 'mistyped' })),
  it('exhibits.ledger.takeBack', 'MATTER_READ_ONLY', withEnteredReadOnly({ range: 'FAIR0002', reason: 'x' })),
  it('exhibits.ledger.setParty', 'ok', withEntered({ prefix: 'FAIR', party: 'Fairwater' })),
  it('exhibits.ledger.setParty', 'NOT_FOUND', withEntered({ prefix: 'NONE', party: 'Fairwater' })),
  it('exhibits.ledger.setParty', 'MATTER_READ_ONLY', withEnteredReadOnly({ prefix: 'FAIR', party: 'x' })),
];

const sealCases: readonly Case[] = [
  it('exhibits.seal', 'EXHIBIT_BUILD_MISSING', withSet(within())),
  it(
    'exhibits.seal',
    'NOT_FOUND',
    withSet((made) => ({ matterId: made.matterId, setId: gone })),
  ),
  it('exhibits.seal', 'MATTER_READ_ONLY', withReadOnly(within())),
  it('exhibits.seal', 'EXHIBIT_SET_EMPTY', async (world) => {
    const made = await makeSet(world);
    await world.t.client['exhibits.remove']({
      matterId: made.matterId,
      setId: made.setId,
      ids: [...made.ids],
    });
    return within()(made);
  }),
];

/** Sets, labels, exhibits and the ledger: all that is done at once. */
export const exhibitCases: readonly Case[] = [
  ...setCases,
  ...labelCases,
  ...exhibitEdits,
  ...ledgerCases,
  ...sealCases,
];
