import { expect, test } from 'vitest';
import { orderEndOf } from './order-end.ts';
import { afterRemoval } from './state-order.ts';
import { cap, events, seattle as court, type GivenEvent } from './testing/request.ts';

const endOf = (removedOn: string | null, ...given: readonly GivenEvent[]) =>
  afterRemoval(orderEndOf(events(...given), cap, court), removedOn, cap, court)!;
const granted = (expiresAt: string | null): GivenEvent => [
  'granted',
  '2021-01-04T09:00',
  { isWithNotice: false, expiresAt },
];

test('an order granted before removal keeps its safe end, with what removal leaves it beside', () => {
  const end = endOf('2021-01-11', granted(null));
  expect(end.at).toBe('2021-01-18T09:00');
  expect(end.alternatives.at(-1)).toMatchObject({
    due: '2021-01-25',
    cite: expect.stringContaining('Granny Goose'),
  });
  expect(end.warnings.at(-1)).toMatch(/older than the removal .* at most 14 days after removal/);
});

test('its own words end it sooner', () => {
  const end = endOf('2021-01-11', granted('2021-01-20T17:00'));
  expect(end.alternatives.at(-1)).toMatchObject({ due: '2021-01-20T17:00' });
  const short = endOf('2021-01-11', granted('2021-01-14T17:00'));
  expect(short.at).toBe('2021-01-14T17:00');
  expect(short.alternatives).toEqual([]);
  expect(short.warnings.at(-1)).toContain('Granny Goose');
});

test.each([
  ['there was no removal', null, [granted(null)]],
  ['the order came after it', '2021-01-02', [granted(null)]],
  [
    'the federal court has extended it since',
    '2021-01-11',
    [granted(null), ['extended', '2021-01-15T10:00', { expiresAt: '2021-01-25T09:00' }]],
  ],
] as const)('nothing changes where %s', (_, removedOn, given) => {
  expect(endOf(removedOn, ...given)).toEqual(endOf(null, ...given));
});
