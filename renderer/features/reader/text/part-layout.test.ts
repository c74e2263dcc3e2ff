import { expect, test } from 'vitest';
import { PartLayout } from './part-layout.ts';

test('parts that were not measured are as tall as the others on the average', () => {
  const layout = new PartLayout(4);
  layout.measure(1, 100);
  layout.measure(2, 300);
  expect(layout.heightOf(3)).toBe(200);
  expect(layout.between(1, 4)).toBe(800);
  layout.measure(2, 100);
  expect(layout.between(1, 4)).toBe(400);
});

test('a height names the part that stands there', () => {
  const layout = new PartLayout(3);
  layout.measure(1, 100);
  layout.measure(2, 50);
  expect([0, 99, 100, 149, 150, 10_000].map((y) => layout.partAt(y))).toEqual([1, 1, 2, 2, 3, 3]);
});

test('a text too long for a browser is shrunk, every part alike', () => {
  const layout = new PartLayout(100_000);
  for (let part = 1; part <= 10; part += 1) layout.measure(part, 40_000);
  expect(layout.between(1, 100_000)).toBeLessThanOrEqual(12_000_001);
  expect(layout.partAt(6_000_000)).toBe(50_001);
});

test('a changed width forgets what was measured', () => {
  const layout = new PartLayout(2);
  layout.measure(1, 10);
  layout.clear();
  expect(layout.heightOf(1)).toBe(layout.heightOf(2));
});
