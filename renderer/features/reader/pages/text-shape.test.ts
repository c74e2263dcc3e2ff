import { expect, test } from 'vitest';
import { runExtent } from './text-shape.ts';

const rect = { x: 0, y: 0, width: 100, height: 12 };

test('upright and upside-down text is as long as its box is wide', () => {
  expect(runExtent({ rect, angle: 0, fontSize: 10 })).toEqual({ length: 100, thickness: 12 });
  expect(runExtent({ rect, angle: 180, fontSize: 10 })).toEqual({ length: 100, thickness: 12 });
});

test('sideways text is as long as its box is tall', () => {
  const sideways = { x: 0, y: 0, width: 12, height: 100 };
  expect(runExtent({ rect: sideways, angle: 90, fontSize: 10 })).toEqual({ length: 100, thickness: 12 });
  expect(runExtent({ rect: sideways, angle: 270, fontSize: 10 })).toEqual({ length: 100, thickness: 12 });
});

test('slanted text has its own length, whichever way it slants', () => {
  for (const angle of [30, 45, 60, 150, 330]) {
    const radians = (angle * Math.PI) / 180;
    const [cos, sin] = [Math.abs(Math.cos(radians)), Math.abs(Math.sin(radians))];
    const box = { x: 0, y: 0, width: 80 * cos + 10 * sin, height: 80 * sin + 10 * cos };
    expect(runExtent({ rect: box, angle, fontSize: 10 }).length).toBeCloseTo(80);
  }
});
