import { basename } from 'node:path';
import { expect, test } from 'vitest';
import type { AssembleVolume } from '../../../pdf/assemble/index.ts';
import type { PlannedExhibit, SetPlan } from '../plan/set-plan.ts';
import { OtherOrder, VolumeBinder } from './bind-volumes.ts';

const exhibit = (label: string, sealedVolume: string | null): PlannedExhibit => ({
  item: {
    label,
    title: label,
    parent: null,
    original: null,
    standIn: null,
    pages: 1,
    sheet: null,
    hasSticker: false,
    numbers: null,
    numberRange: '',
    designation: '',
    banner: '',
    citeLinks: [],
  },
  file: null,
  isUnderSealCopy: false,
  sealedVolume,
  source: null,
  rendition: null,
  originalFile: null,
  isNative: false,
  note: '',
  sponsor: '',
  authentication: '',
  objection: '',
  ruling: '',
});

const planOf = (exhibits: readonly PlannedExhibit[], volumeLimitBytes: number): SetPlan => ({
  name: 'TRO',
  fileStem: 'TRO',
  marks: {
    numberPosition: 'bottomRight',
    stickerCorner: 'bottomRight',
    stickerColour: 'white',
    stickerWords: '',
  },
  batesPrefix: null,
  flattensForms: false,
  isArchival: false,
  numbersPages: false,
  volumeLimitBytes,
  volumeLimitSource: 'asked for',
  downsampleDpi: null,
  index: { title: 'Index', caption: [] },
  tableTitle: '',
  exhibits,
});

/** Assembles as the assembler does, with volumes larger than their exhibits by a weight of their own. */
function settle(plan: SetPlan, sizes: readonly number[], ownBytes: (volume: AssembleVolume) => number) {
  const binder = new VolumeBinder(plan, '/out');
  let begun = 0;
  for (;;) {
    begun += 1;
    expect(begun, 'assemblies begun').toBeLessThan(20);
    const alone = binder.order.map((place) => sizes[place]!);
    try {
      let volumes = binder.bind(alone, null)!;
      for (;;) {
        const written = volumes.map((volume) => {
          const bytes = alone.slice(volume.from, volume.to).reduce((sum, size) => sum + size, 0);
          const file = { bytes: bytes + ownBytes(volume), sha256: '' };
          return { volume, file, pages: 1, indexPages: 1 };
        });
        const again = binder.bind(alone, written);
        if (again === null) return { binder, written };
        volumes = again;
      }
    } catch (error) {
      if (!(error instanceof OtherOrder)) throw error;
    }
  }
}

test('a late exhibit whose volume turns out too large gets a volume beside it, and the order no longer changes', () => {
  const plan = planOf([exhibit('A', '1'), exhibit('B', null), exhibit('C', '1')], 100_000);
  const { binder, written } = settle(plan, [40_000, 10_000, 35_000], () => 25_000);
  expect(binder.order).toEqual([0, 2, 1]);
  expect(binder.volumes.map(({ name, places }) => [name, places])).toEqual([
    ['1', [0, 2]],
    ['1-A', [1]],
  ]);
  expect(written.map(({ file }) => file.bytes)).toEqual([100_000, 35_000]);
});

test('a volume far heavier than expected by its titles’ fonts, and little over the limit, is not decided on again and again', () => {
  const plan = planOf([exhibit('A', '1'), exhibit('B', null), exhibit('C', '1')], 400_000);
  const { binder, written } = settle(plan, [160_000, 10_000, 135_000], () => 96_000);
  expect(binder.volumes.map(({ name }) => name)).toEqual(['1', '1-A']);
  for (const { file } of written) expect(file.bytes).toBeLessThanOrEqual(400_000);
});

test('volumes that never come under the limit end as they are, however often they were split again', () => {
  const plan = planOf(
    Array.from({ length: 9 }, (_, at) => exhibit(String(at + 1), at % 2 === 0 ? '1' : null)),
    100_000,
  );
  const sizes = plan.exhibits.map((_, at) => 2_000 + at * 300);
  // A volume as heavy as that cannot be split small enough.
  const { binder, written } = settle(plan, sizes, ({ path }) =>
    basename(path).includes('Binder') ? 90_000 : 99_000,
  );
  expect(binder.volumes.flatMap(({ places }) => places).toSorted((a, b) => a - b)).toEqual(
    plan.exhibits.map((_, place) => place),
  );
  expect(written.some(({ file }) => file.bytes > 100_000)).toBe(true);
});

test('files of volumes that were written and split again are named, to be removed', () => {
  const plan = planOf([exhibit('A', null), exhibit('B', null)], 100_000);
  const { binder } = settle(plan, [38_000, 38_000], () => 25_000);
  expect(binder.volumes.map(({ file }) => file)).toEqual(['TRO - Volume 1.pdf', 'TRO - Volume 2.pdf']);
  expect(binder.abandonedFiles).toEqual(['TRO - Binder.pdf']);
});
