import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inDocketOrder } from './docket-order.ts';

type Placed = Parameters<typeof inDocketOrder>[0][number];

function entry(id: string, number: number | null, attachment: number | null, filedOn: string | null): Placed {
  return {
    id,
    number,
    attachment,
    filedOn,
    enteredOn: null,
    text: '',
    position: null,
    sequence: null,
  };
}

test('entries stand by number, each lead document before its attachments', () => {
  const entries = [
    entry('a', 10, null, null),
    entry('b', 2, 11, null),
    entry('c', 2, null, null),
    entry('d', 2, 3, null),
  ];
  expect(inDocketOrder(entries).map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a']);
});

test('an entry without number stands after what was filed on its day, undated ones last', () => {
  const entries = [
    entry('one', 1, null, '2021-01-11'),
    entry('two', 2, null, '2021-01-13'),
    entry('two-1', 2, 1, '2021-01-20'),
    entry('three', 3, null, '2021-01-14'),
    entry('minute', null, null, '2021-01-13'),
    entry('remark', null, null, '2021-01-12'),
    entry('undated', null, null, null),
  ];
  expect(inDocketOrder(entries).map(({ id }) => id)).toEqual([
    'one',
    'remark',
    'two',
    'two-1',
    'minute',
    'three',
    'undated',
  ]);
});

test('ties fall to the place in the sheet, then the court’s running number, then the text, then the id', () => {
  const minute = (id: string, more: Partial<Placed>) => ({ ...entry(id, null, null, '2021-01-13'), ...more });
  const entries = [
    minute('f', {}),
    minute('e', {}),
    minute('d', { text: 'b' }),
    minute('c', { sequence: 9, text: 'a' }),
    minute('b', { sequence: 7, text: 'z' }),
    minute('a2', { position: 2, sequence: 1 }),
    minute('a1', { position: 1, sequence: 8 }),
  ];
  for (const given of [entries, entries.toReversed()])
    expect(inDocketOrder(given).map(({ id }) => id)).toEqual(['a1', 'a2', 'b', 'c', 'e', 'f', 'd']);
});

test('a lead document without a date leaves entries without number where they are', () => {
  const entries = [
    entry('minute', null, null, '2021-01-13'),
    entry('one', 1, null, null),
    entry('one-1', 1, 1, '2021-02-01'),
    entry('two', 2, null, '2021-01-14'),
  ];
  expect(inDocketOrder(entries).map(({ id }) => id)).toEqual(['one', 'one-1', 'minute', 'two']);
});

test('the order does not depend on the order of reading, and loses nothing', () => {
  const day = fc.option(
    fc.integer({ min: 1, max: 28 }).map((d) => `2021-01-${String(d).padStart(2, '0')}`),
    { nil: null },
  );
  const docket = fc
    .uniqueArray(
      fc.record({
        number: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }),
        attachment: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
        filedOn: day,
      }),
      { selector: (e) => (e.number === null ? Symbol('own') : `${e.number}-${e.attachment}`) },
    )
    .map((rows) =>
      rows.map((row, i) =>
        entry(
          String(i).padStart(3, '0'),
          row.number,
          row.number === null ? null : row.attachment,
          row.filedOn,
        ),
      ),
    );
  fc.assert(
    fc.property(docket, (entries) => {
      const ordered = inDocketOrder(entries);
      expect(ordered).toHaveLength(entries.length);
      expect(inDocketOrder(entries.toReversed())).toEqual(ordered);
    }),
  );
});
