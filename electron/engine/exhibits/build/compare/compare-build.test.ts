import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createExhibitDesk, type ExhibitDesk } from '../../../testing/exhibits/desk.ts';

let desk: ExhibitDesk;
afterEach(() => desk.t.dispose());

/** Builds a set of some items, changes what its manifest says, and compares: by file, what is not the same and why. */
async function compareAltered(
  pages: readonly number[],
  volumeMegabytes: number,
  change: (written: string) => string,
) {
  desk = await createExhibitDesk(pages);
  const { t, matterId, items } = desk;
  const setId = await desk.makeSet({ hasSlipSheets: false });
  await desk.add(setId, ...items);
  const target = { path: join(t.folder, 'out') };
  const { manifest, volumes } = await t.runJob('exhibits.build', {
    matterId,
    setId,
    target,
    volumeMegabytes,
  });
  const path = join(dirname(manifest), 'altered.json');
  writeFileSync(path, change(readFileSync(manifest, 'utf8')));
  const { isSame, files } = await t.runJob('exhibits.compare', { matterId, manifest: { path } });
  const other = files.filter(({ status }) => status !== 'same');
  return { volumes, isSame, other: new Map(other.map(({ file, reasons }) => [file, reasons.join(' ')])) };
}

test('a manifest that was altered is told of, also where no file shows it', async () => {
  const { isSame, other } = await compareAltered([2], 0, (text) =>
    text.replace('"volumePage": 3', '"volumePage": 4'),
  );
  expect(isSame).toBe(false);
  expect([...other]).toEqual([
    ['altered.json', expect.stringMatching(/^A build of this matter wrote the files that it names/)],
  ]);
});

test('where an original is gone, volumes without it are still compared as they were split', async () => {
  const { volumes, other } = await compareAltered([9, 9, 9, 9], 0.05, (text) => {
    const { exhibits } = JSON.parse(text) as { exhibits: { source: { sha256: string } }[] };
    return text.replaceAll(exhibits[1]!.source.sha256, '0'.repeat(64));
  });
  expect(volumes).toHaveLength(2);
  expect(other.get('Set 1 - Volume 1.pdf')).toBe(
    'Exhibit B: its original “planted.bin” is no longer in the matter.',
  );
  expect(other.has('Set 1 - Volume 2.pdf')).toBe(false);
});
