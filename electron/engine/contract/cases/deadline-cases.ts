import { writeFileSync } from 'node:fs';
import type { DeadlineFields } from '../../../../shared/model/deadlines.ts';
import { citedRule, deadlineFields, hours } from '../../testing/deadline-fields.ts';
import { gone, inMatter, inReadOnly, it, type Case, type World } from './case.ts';

/** Adds a deadline; returns its id. */
async function added({ t, matterId }: World, fields: Partial<DeadlineFields> = {}): Promise<string> {
  const [deadline] = await t.client['deadlines.add']({ matterId, deadlines: [deadlineFields(fields)] });
  return deadline!.id;
}

/** A call on a deadline of an open matter. */
const onDeadline =
  (more: (id: string, world: World) => object = () => ({})) =>
  async (world: World) => {
    const id = await added(world);
    return { matterId: world.matterId, id, ...more(id, world) };
  };

/** The same in a matter opened to read only. */
const onDeadlineReadOnly = (more: object) => async (world: World) => {
  const input = await onDeadline(() => more)(world);
  await world.readOnly();
  return input;
};

const onNone = (more: object) => inMatter({ id: gone, ...more });
const onMany = (world: World, ids: readonly string[]) => ({ matterId: world.matterId, ids });

const order = { due: '2021-01-20T17:00', entryId: null, note: '' };
const proof = { at: '2021-02-01', note: '', entryId: null, evidenceId: null };
const day = { on: '2021-02-01', kind: 'closed', name: 'Snow', note: '' };
const fromDeadline = (deadlineId: string) =>
  deadlineFields({
    trigger: { kind: 'deadline', deadlineId, event: 'other', at: '2021-01-11' } as DeadlineFields['trigger'],
  });

const packCases: readonly Case[] = [
  it('deadlines.rules', 'ok', () => ({ court: 'wawd', on: '2021-01-11' })),
  it('deadlines.pack.import', 'ok', (world) => {
    writeFileSync(world.at('ours.json'), JSON.stringify(pack));
    return { source: { path: world.at('ours.json') } };
  }),
  it('deadlines.pack.import', 'DEADLINE_RULE_PACK_INVALID', (world) => {
    writeFileSync(world.at('ours.json'), '{}');
    return { source: { path: world.at('ours.json') } };
  }),
  it('deadlines.pack.import', 'FILE_NOT_FOUND', (world) => ({ source: { path: world.at('none.json') } })),
  it('deadlines.pack.remove', 'ok', async (world) => {
    writeFileSync(world.at('ours.json'), JSON.stringify(pack));
    await world.t.client['deadlines.pack.import']({ source: { path: world.at('ours.json') } });
    return { pack: pack.id };
  }),
  it('deadlines.pack.remove', 'NOT_FOUND', () => ({ pack: 'frcp' })),
  it('deadlines.compute', 'ok', () => ({ requests: [{ trigger: '2021-01-11', rule: 'none' }] })),
];

const pack = {
  id: 'ours',
  title: 'House rules',
  version: '1',
  regime: 'frcp',
  courts: [],
  description: '',
  rules: [
    {
      id: 'house_rule',
      cite: 'House rule 1',
      title: 'House answer',
      trigger: 'other',
      triggerText: 'any day',
      kind: 'period',
      count: 3,
      unit: 'days',
      direction: 'after',
      isFromService: false,
      isExtendable: true,
      actor: 'any',
      combine: null,
      effectiveFrom: null,
      effectiveTo: null,
      source: 'ourselves',
      confidence: 'unverified',
      note: '',
    },
  ],
};

const addCases: readonly Case[] = [
  it('deadlines.add', 'ok', inMatter({ deadlines: [deadlineFields()] })),
  it('deadlines.add', 'NOT_FOUND', inMatter({ deadlines: [fromDeadline(gone)] })),
  it(
    'deadlines.add',
    'DEADLINE_NEEDS_MINUTE',
    inMatter({ deadlines: [deadlineFields({ period: hours(48) })] }),
  ),
  it(
    'deadlines.add',
    'DEADLINE_RULE_NOT_COUNTED',
    inMatter({ deadlines: [deadlineFields({ rule: citedRule({ kind: 'event' }) })] }),
  ),
  it('deadlines.add', 'MATTER_READ_ONLY', inReadOnly({ deadlines: [deadlineFields()] })),
  it('deadlines.preview', 'ok', inMatter({ deadline: deadlineFields() })),
  it('deadlines.preview', 'NOT_FOUND', inMatter({ deadline: fromDeadline(gone) })),
  it(
    'deadlines.preview',
    'DEADLINE_CHAIN_LOOP',
    onDeadline((id) => ({ deadline: fromDeadline(id) })),
  ),
];

const changes = {
  'deadlines.update': { fields: { owner: 'Ida Birch' } },
  'deadlines.override': order,
  'deadlines.removeOverride': { overrideId: gone },
  'deadlines.setStatus': { status: 'done', proof },
  'deadlines.snooze': { until: null },
} as const;

const changeCases: readonly Case[] = [
  ...(Object.keys(changes) as (keyof typeof changes)[]).flatMap((operation) => [
    it(operation, 'NOT_FOUND', onNone(changes[operation])),
    it(operation, 'MATTER_READ_ONLY', onDeadlineReadOnly(changes[operation])),
    ...(operation === 'deadlines.removeOverride'
      ? []
      : [
          it(
            operation,
            'ok',
            onDeadline(() => changes[operation]),
          ),
        ]),
  ]),
  it('deadlines.removeOverride', 'ok', async (world) => {
    const { matterId, t } = world;
    const id = await added(world);
    const { overrides } = await t.client['deadlines.override']({ matterId, id, ...order });
    return { matterId, id, overrideId: overrides[0]!.id };
  }),
  it(
    'deadlines.update',
    'DEADLINE_CHAIN_LOOP',
    onDeadline((id) => ({ fields: { trigger: fromDeadline(id).trigger } })),
  ),
  it(
    'deadlines.update',
    'DEADLINE_NEEDS_MINUTE',
    onDeadline(() => ({ fields: { period: hours(48) } })),
  ),
  it(
    'deadlines.update',
    'DEADLINE_RULE_NOT_COUNTED',
    onDeadline(() => ({ fields: { rule: citedRule({ kind: 'event' }) } })),
  ),
  ...(['deadlines.delete', 'deadlines.acknowledge'] as const).flatMap((operation) => [
    it(operation, 'ok', async (world) => onMany(world, [await added(world)])),
    it(operation, 'NOT_FOUND', (world) => onMany(world, [gone])),
    it(operation, 'MATTER_READ_ONLY', async (world) => {
      const ids = [await added(world)];
      await world.readOnly();
      return onMany(world, ids);
    }),
  ]),
];

const dayCases: readonly Case[] = [
  it('deadlines.day.list', 'ok', inMatter()),
  it('deadlines.day.add', 'ok', inMatter({ day })),
  it('deadlines.day.add', 'MATTER_READ_ONLY', inReadOnly({ day })),
  it('deadlines.day.delete', 'ok', async ({ t, matterId }) => {
    const { id } = await t.client['deadlines.day.add']({ matterId, day: { ...day, kind: 'closed' } });
    return { matterId, id };
  }),
  it('deadlines.day.delete', 'NOT_FOUND', onNone({})),
  it('deadlines.day.delete', 'MATTER_READ_ONLY', inReadOnly({ id: gone })),
  it('deadlines.calendar', 'ok', inMatter({ from: '2021-01-01', to: '2021-12-31' })),
];

const giveCases: readonly Case[] = [
  it('deadlines.reminders', 'ok', inMatter()),
  it('deadlines.remindersSeen', 'ok', async (world) => onMany(world, [await added(world)])),
  it('deadlines.remindersSeen', 'MATTER_READ_ONLY', inReadOnly({ ids: [gone] })),
  it('deadlines.ics', 'ok', inMatter()),
  it('deadlines.ics', 'NOT_FOUND', inMatter({ ids: [gone] })),
  ...(['deadlines.ics', 'deadlines.controlSheet'] as const).flatMap((operation) => [
    it(
      operation,
      'ok',
      inMatter((world) => ({ target: { path: world.at('deadlines.out') } })),
    ),
    it(
      operation,
      'FILE_EXISTS',
      inMatter((world) => ({ target: { path: world.at(world.fileName) } })),
    ),
    it(
      operation,
      'FILE_UNWRITABLE',
      inMatter((world) => ({ target: { path: world.at('gone/deadlines.out') } })),
    ),
  ]),
];

export const deadlineCases: readonly Case[] = [
  ...packCases,
  it('deadlines.list', 'ok', inMatter()),
  it('deadlines.propose', 'ok', inMatter()),
  ...addCases,
  ...changeCases,
  ...dayCases,
  ...giveCases,
];
