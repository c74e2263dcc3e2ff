import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TroEventKind, type TroStage } from '../../model/tro.ts';
import { currentEvents } from './request-events.ts';
import { stageOf } from './stage.ts';
import { events } from './testing/request.ts';

const before = '2021-01-12T00:00:00.000Z';
const day = (n: number) => `2021-01-${String(n).padStart(2, '0')}`;

test.each<[TroStage, TroEventKind[]]>([
  ['drafting', []],
  ['drafting', ['schedule_ordered']],
  ['filed', ['motion_filed']],
  ['served', ['motion_filed', 'motion_served']],
  ['served', ['motion_served']],
  ['opposed', ['motion_filed', 'motion_served', 'intent_to_oppose_filed']],
  ['opposed', ['motion_filed', 'motion_served', 'response_filed', 'reply_filed']],
  ['heard', ['motion_filed', 'hearing_held', 'response_filed']],
  ['granted', ['motion_filed', 'granted', 'response_filed', 'hearing_held']],
  ['extended', ['motion_filed', 'granted', 'extended', 'dissolution_noticed']],
  ['dissolved', ['motion_filed', 'granted', 'dissolved']],
  ['converted', ['motion_filed', 'granted', 'converted']],
  ['denied', ['motion_filed', 'denied']],
  ['withdrawn', ['motion_filed', 'withdrawn']],
  ['filed', ['motion_filed', 'denied', 'motion_filed']],
  ['granted', ['motion_filed', 'denied', 'granted']],
  ['granted', ['motion_filed', 'granted', 'dissolved', 'granted']],
])('a request is %s after %j', (stage, kinds) => {
  const recorded = events(...kinds.map((kind, at) => [kind, day(at + 1)] as const));
  expect(stageOf(recorded, null, before)).toBe(stage);
});

test('an order is expired from the instant it ends', () => {
  const recorded = events(['motion_filed', day(1)], ['granted', '2021-01-02T10:00']);
  const end = { endsAt: '2021-01-16T18:00:00.000Z' };
  expect(stageOf(recorded, end, '2021-01-16T17:59:59.999Z')).toBe('granted');
  expect(stageOf(recorded, end, '2021-01-16T18:00:00.000Z')).toBe('expired');
});

test('a motion filed anew takes along its service, even one that came before the filing', () => {
  const recorded = events(
    ['motion_filed', day(1)],
    ['motion_served', '2021-01-01T09:00', { service: 'hand' }],
    ['denied', day(3)],
    ['motion_served', '2021-01-05T08:00', { service: 'hand' }],
    ['motion_filed', '2021-01-05T09:00'],
  );
  expect(currentEvents(recorded).map(({ id }) => id)).toEqual(['event-3', 'event-4']);
});

test('filing stands before service of the same minute, however they were recorded', () => {
  const recorded = events(
    ['motion_served', '2021-01-01T17:00', { service: 'hand' }],
    ['motion_filed', '2021-01-01T17:00'],
  );
  expect(currentEvents(recorded).map(({ kind }) => kind)).toEqual(['motion_filed', 'motion_served']);
});

test('the order in which events were recorded never changes the stage', () => {
  const some = fc.array(fc.tuple(fc.constantFrom(...TroEventKind.options), fc.integer({ min: 1, max: 28 })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(some, fc.integer(), (given, turn) => {
      const recorded = events(...given.map(([kind, n]) => [kind, day(n)] as const));
      const turned = [...recorded.slice(turn % 12), ...recorded.slice(0, turn % 12)];
      expect(stageOf(turned, null, before)).toBe(stageOf(recorded, null, before));
    }),
  );
});
