import { expect, test } from '@playwright/test';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFolder, runApp } from './support/launch.ts';

let folder: string;
test.beforeEach(() => {
  folder = createFolder();
});

for (const withoutDisplay of [false, true]) {
  const where = withoutDisplay ? 'without a display' : 'beside a display';

  test(`the installed app’s command line makes and reads a matter ${where}`, async () => {
    const matter = join(folder, 'made.matter');
    const run = (...args: string[]) =>
      runApp({ home: folder, args: ['--cli', ...args, '--json'], withoutDisplay });

    const made = await run('matter', 'create', matter, '--title', 'Made by the command line');
    expect(made).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(made.stdout)).toMatchObject({ title: 'Made by the command line', encrypted: false });

    const read = await run('matter', 'info', matter);
    expect(JSON.parse(read.stdout)).toMatchObject({ id: JSON.parse(made.stdout).id });
    expect(readdirSync(folder).filter((name) => name.startsWith('made'))).toEqual(['made.matter']);
  });
}

test('a declared error keeps its exit code and its JSON on stderr', async () => {
  const missing = await runApp({
    home: folder,
    args: ['--cli', 'matter', 'info', join(folder, 'no.matter'), '--json'],
  });
  expect(missing.exitCode).toBe(3);
  expect(missing.stdout).toBe('');
  const line = missing.stderr.split('\n').find((each) => each.startsWith('{'));
  expect(JSON.parse(line!)).toMatchObject({ error: { code: 'MATTER_NOT_FOUND' } });
});

test('wrong usage is exit code 2', async () => {
  expect(await runApp({ home: folder, args: ['--cli', 'no-such-command'] })).toMatchObject({
    exitCode: 2,
    stdout: '',
  });
});

test('a picture of the window is saved when asked for, and the app ends', async () => {
  // A folder the app may write, whoever it runs as.
  const picture = join(folder, 'window.png');
  const { exitCode } = await runApp({ home: folder, args: [`--screenshot=${picture}`] });
  expect(exitCode).toBe(0);
  const png = readFileSync(picture);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  // Width and height are in the first chunk (PNG §11.2.2).
  expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(900);
  expect(png.readUInt32BE(20)).toBeGreaterThanOrEqual(500);
});

test('a picture that cannot be written is said so and fails', async () => {
  const picture = join(folder, 'missing/window.png');
  const { exitCode, stderr } = await runApp({ home: folder, args: [`--screenshot=${picture}`] });
  expect(exitCode).toBe(1);
  expect(stderr).toContain('The screenshot could not be saved');
  expect(existsSync(picture)).toBe(false);
});
