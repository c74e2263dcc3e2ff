import { expect, test } from 'vitest';
import { readJpx } from './jpeg2000.ts';

const box = (kind: string, ...bytes: readonly number[]) =>
  Buffer.concat([Buffer.from([0, 0, 0, 8 + bytes.length]), Buffer.from(kind, 'latin1'), Buffer.from(bytes)]);

/** A picture of gray dots, with what says how many bits they have. */
const picture = (depth: number, ...depths: readonly Buffer[]) =>
  box(
    'jp2h',
    ...box('ihdr', 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, depth, 7, 0, 0),
    ...Buffer.concat([...depths]),
    ...box('colr', 1, 0, 0, 0, 0, 0, 17),
  );

test('bits are told of all components at once, or else no validator takes it', () => {
  expect(readJpx(picture(7))).toEqual({
    components: 1,
    colors: 1,
    isColorPlain: true,
    hasOneDepth: true,
  });
  expect(readJpx(picture(255, box('bpcc', 7)))?.hasOneDepth).toBe(false);
  expect(readJpx(picture(7, box('bpcc', 7)))?.hasOneDepth).toBe(false);
  expect(readJpx(picture(38))?.hasOneDepth).toBe(false);
});
