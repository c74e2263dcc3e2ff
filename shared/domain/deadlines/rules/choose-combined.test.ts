import { expect, test } from 'vitest';
import { chooseCombined } from './choose-combined.ts';
import { buildRule } from './rule-fixture.ts';

const longest = { key: 'removal', take: 'latest' } as const;
const soonest = { key: 'amend', take: 'earliest' } as const;

function counted(due: string, combine: typeof longest | typeof soonest | null, dueAt: string | null = null) {
  return { rule: buildRule({ combine }), result: { due, dueAt } };
}

test('of competing periods the latest or the earliest counts, by key, and the others yield', () => {
  const [a, b, c] = ['2021-02-01', '2021-02-03', '2021-02-02'].map((due) => counted(due, longest)) as [
    ReturnType<typeof counted>,
    ReturnType<typeof counted>,
    ReturnType<typeof counted>,
  ];
  const [d, e] = [counted('2021-03-02', soonest), counted('2021-03-01', soonest)];
  const alone = counted('2021-04-01', null);
  expect(chooseCombined([a, d, alone, b, e, c])).toEqual({ counting: [alone, b, e], yielding: [a, d, c] });
});

test('a period that competes with none counts always', () => {
  const all = [counted('2021-02-01', null), counted('2021-02-02', null), counted('2021-02-03', longest)];
  expect(chooseCombined(all)).toEqual({ counting: all, yielding: [] });
});

test('a day ends at midnight, after each of its minutes', () => {
  const day = counted('2021-02-01', soonest);
  const minute = counted('2021-02-01', soonest, '2021-02-01T23:59');
  expect(chooseCombined([day, minute]).counting).toEqual([minute]);
  const later = { ...day, rule: buildRule({ combine: longest }) };
  const sooner = { ...minute, rule: buildRule({ combine: longest }) };
  expect(chooseCombined([sooner, later]).counting).toEqual([later]);
});

test('of equal ends the first counts', () => {
  const [first, second] = [counted('2021-02-01', longest), counted('2021-02-01', longest)];
  const { counting, yielding } = chooseCombined([first, second]);
  expect(counting[0]).toBe(first);
  expect(yielding[0]).toBe(second);
});
