import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareVolumeNames, splitVolumes, type VolumePart } from './volumes.ts';

const part = (
  sizeBytes: number,
  parent: number | null = null,
  sealedVolume: string | null = null,
): VolumePart => ({
  sizeBytes,
  parent,
  sealedVolume,
});
const split = (parts: readonly VolumePart[], limitBytes: number | null, overheadBytes = 0) =>
  splitVolumes(parts, { limitBytes, overheadBytes }).map(({ name, places }) => [name, ...places]);

test('without a limit all stands in one volume', () => {
  expect(split([part(5), part(50)], null)).toEqual([['1', 0, 1]]);
  expect(splitVolumes([part(5)], { limitBytes: null, overheadBytes: 0 })[0]!.isOverLimit).toBe(false);
});

test('exhibits fill a volume up to its limit, with what a volume takes itself', () => {
  expect(split([part(4), part(5), part(5)], 10, 1)).toEqual([
    ['1', 0, 1],
    ['2', 2],
  ]);
});

test('parts of an exhibit go with it to the next volume', () => {
  expect(split([part(6), part(3), part(3, 1), part(3, 1)], 10)).toEqual([
    ['1', 0],
    ['2', 1, 2, 3],
  ]);
});

test('parts that do not fit together are split, and an exhibit larger than the limit stands alone and is told', () => {
  expect(split([part(6), part(6, 0), part(6, 0)], 12)).toEqual([
    ['1', 0, 1],
    ['2', 2],
  ]);
  const volumes = splitVolumes([part(2), part(30), part(2)], { limitBytes: 10, overheadBytes: 1 });
  expect(volumes.map(({ places, isOverLimit }) => [places, isOverLimit])).toEqual([
    [[0], false],
    [[1], true],
    [[2], false],
  ]);
});

test('a late exhibit joins the volume of the one before it, and leaves the others where they were', () => {
  expect(split([part(4, null, '1'), part(2), part(4, null, '1'), part(4, null, '2')], 10)).toEqual([
    ['1', 0, 1, 2],
    ['2', 3],
  ]);
});

test('a late exhibit that does not fit gets a volume beside, which later ones share', () => {
  const parts = [part(9, null, '1'), part(4), part(4), part(4), part(9, null, '2'), part(1)];
  expect(split(parts, 10)).toEqual([
    ['1', 0],
    ['1-A', 1, 2],
    ['1-B', 3],
    ['2', 4, 5],
  ]);
});

test('late exhibits beside the same volume share one where they fit', () => {
  const parts = [part(6, null, '1'), part(5), part(4, null, '1'), part(5)];
  expect(split(parts, 10)).toEqual([
    ['1', 0, 2],
    ['1-A', 1, 3],
  ]);
});

test('a late exhibit before all others joins the first volume', () => {
  expect(split([part(1), part(5, null, '1'), part(5, null, '2')], 10)).toEqual([
    ['1', 0, 1],
    ['2', 2],
  ]);
});

test('volumes are read in the order of numbers and letters', () => {
  expect(['10', '2-AA', '2-B', '2', '1'].sort(compareVolumeNames)).toEqual(['1', '2', '2-B', '2-AA', '10']);
});

const anyParts = fc.array(fc.record({ sizeBytes: fc.integer({ min: 1, max: 40 }), isPart: fc.boolean() }), {
  minLength: 1,
  maxLength: 40,
});
const withParents = (rows: readonly { sizeBytes: number; isPart: boolean }[]): VolumePart[] => {
  let head = 0;
  return rows.map(({ sizeBytes, isPart }, place) => {
    if (!isPart || place === 0) head = place;
    return part(sizeBytes, head === place ? null : head);
  });
};

test('every exhibit stands in one volume, in order, within the limit unless it is alone', () => {
  fc.assert(
    fc.property(anyParts, fc.integer({ min: 5, max: 60 }), (rows, limitBytes) => {
      const parts = withParents(rows);
      const volumes = splitVolumes(parts, { limitBytes, overheadBytes: 2 });
      expect(volumes.flatMap(({ places }) => places)).toEqual(parts.map((_, place) => place));
      for (const { places, sizeBytes, isOverLimit } of volumes) {
        expect(isOverLimit).toBe(sizeBytes > limitBytes);
        if (isOverLimit) expect(places).toHaveLength(1);
      }
    }),
  );
});

test('late exhibits never move what was sealed, nor fill a volume past its limit', () => {
  fc.assert(
    fc.property(
      anyParts,
      fc.integer({ min: 20, max: 80 }),
      fc.array(fc.tuple(fc.nat({ max: 40 }), fc.integer({ min: 1, max: 40 })), { maxLength: 12 }),
      (rows, limitBytes, late) => {
        const limit = { limitBytes, overheadBytes: 2 };
        const first = splitVolumes(withParents(rows), limit);
        const sealed = first.flatMap(({ name, places }) =>
          places.map((place) => part(rows[place]!.sizeBytes, null, name)),
        );
        const all = [...sealed];
        for (const [at, sizeBytes] of late) all.splice(Math.min(at, all.length), 0, part(sizeBytes));
        const volumes = splitVolumes(all, limit);
        for (const { name, places, sizeBytes } of volumes) {
          for (const place of places) expect([name, null]).toContain(all[place]!.sealedVolume);
          const lateOnes = places.filter((place) => all[place]!.sealedVolume === null);
          if (lateOnes.length > 0 && places.length > 1) expect(sizeBytes).toBeLessThanOrEqual(limitBytes);
        }
        expect(volumes.flatMap(({ places }) => places).sort((a, b) => a - b)).toEqual(
          all.map((_, place) => place),
        );
      },
    ),
  );
});
