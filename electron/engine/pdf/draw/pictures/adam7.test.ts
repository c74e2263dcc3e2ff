import { expect, it } from 'vitest';
import { adam7Passes } from './adam7.ts';

it('the passes of an interlaced picture hold each of its pixels once, whatever its size', () => {
  for (let width = 1; width <= 9; width += 1)
    for (let height = 1; height <= 9; height += 1) {
      const places = adam7Passes(width, height).flatMap((pass) =>
        Array.from({ length: pass.width * pass.height }, (_, at) => {
          const [column, row] = [at % pass.width, Math.floor(at / pass.width)];
          return (pass.y + row * pass.dy) * width + pass.x + column * pass.dx;
        }),
      );
      expect(places.toSorted((one, other) => one - other)).toEqual([...Array(width * height).keys()]);
    }
});
