import { expect, it } from 'vitest';
import type { Exhibit } from '../../../../shared/model/exhibits.ts';
import { planReserve } from './reserve-plan.ts';

const exhibit = (label: string, status: Exhibit['status'] = 'active') => ({
  id: label as Exhibit['id'],
  title: `Item ${label}`,
  label,
  parentId: null,
  status,
});
const exhibits = [exhibit('A'), exhibit('B'), exhibit('C')];

const plan = (afterLabel: string | null, way: 'between' | 'sub' | 'push', among = exhibits) =>
  planReserve({ scheme: 'A' }, among, { afterLabel, way }, 2, 'Reserved').map(
    ({ was, now }) => `${was ?? 'new'} ${now}`,
  );

it('tells the labels that are kept: at the end, in between or as parts', () => {
  expect(plan(null, 'between')).toEqual(['new D', 'new E']);
  expect(plan('C', 'between')).toEqual(['new C-1', 'new C-2']);
  expect(plan('B', 'sub')).toEqual(['new B-1', 'new B-2']);
});

it('tells which labels move up, and goes around those that stay', () => {
  expect(plan('A', 'push')).toEqual(['new B', 'new C', 'B D', 'C E']);
  expect(plan('A', 'push', [exhibit('A'), exhibit('B', 'withdrawn'), exhibit('C')])).toEqual([
    'new C',
    'new D',
    'C E',
  ]);
});
