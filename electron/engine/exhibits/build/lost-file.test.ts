import { readdirSync, rmSync, truncateSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createExhibitDesk, type ExhibitDesk } from '../../testing/exhibits/desk.ts';

vi.mock(import('node:fs/promises'), async (original) => {
  const fs = await original();
  return { ...fs, writeFile: vi.fn(fs.writeFile) };
});

let desk: ExhibitDesk;
beforeAll(async () => {
  desk = await createExhibitDesk([1, 2]);
});
afterAll(() => desk.t.dispose());

test.each([
  ['removed', (file: string) => rmSync(file)],
  ['changed', (file: string) => truncateSync(file, 9)],
])('a build of which another program %s a file is not published', async (done, act) => {
  const { matterId } = desk;
  const setId = await desk.makeSet({ name: done });
  await desk.add(setId, ...desk.items);
  const write = vi.mocked(writeFile).getMockImplementation()!;
  let file = '';
  // The manifest is the last file.
  vi.mocked(writeFile).mockImplementation(async (path, ...rest) => {
    const folder = dirname(String(path));
    if (String(path).endsWith('manifest.json')) {
      file = readdirSync(folder).find((name) => name.startsWith('Exhibit B'))!;
      act(join(folder, file));
    }
    return write(path, ...rest);
  });
  const error: unknown = await desk.build(setId).catch((refusal: unknown) => refusal);
  vi.mocked(writeFile).mockImplementation(write);
  expect(error).toMatchObject({
    code: 'FILE_UNWRITABLE',
    details: { name: file, reason: `it was ${done} by another program while the others were written` },
  });
  expect(readdirSync(join(desk.t.folder, 'out'))).toEqual([]);
  expect(await desk.t.client['exhibits.build.list']({ matterId, setId })).toEqual([]);
  rmSync(join(desk.t.folder, 'out'), { recursive: true });
  expect((await desk.build(setId)).exhibits).toHaveLength(2);
  rmSync(join(desk.t.folder, 'out'), { recursive: true });
});
