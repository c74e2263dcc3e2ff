import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileLogger } from '../platform/file-logger.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine();
});
afterEach(() => t.dispose());

const secrets = ['Zyx v. Wvut', 'Ann Bell', 'sealed words', 'Zyx.matter', 'secret-folder'];

async function useIt(): Promise<void> {
  await t.client['settings.update']({
    patch: {
      person: { name: 'Ann Bell', role: 'paralegal', barNumber: '' },
      layout: { note: 'sealed words' },
    },
  });
  const folder = join(t.folder, 'secret-folder');
  mkdirSync(folder);
  const { id: matterId } = await t.client['matter.create']({
    target: { path: join(folder, 'Zyx.matter') },
    fields: { title: 'Zyx v. Wvut' },
  });
  await t.client['docket.add']({ matterId, entries: [{ text: 'sealed words' }] });
  const target = { path: join(folder, 'Zyx.matter') };
  await t.runJob('matter.backup', { matterId, target }).catch(() => {});
  const log = createFileLogger(join(t.folder, 'app', 'logs'), { host: 'test' });
  log.error('internal error', {
    reference: 'abc',
    note: 'sealed words',
    stack: `Error: sealed words\n    at open (${folder}/engine.js:1:2)`,
    tries: 3,
  });
  writeFileSync(join(t.folder, 'app', 'logs', 'forthwith.log'), '{"cut off', { flag: 'a' });
}

test('the preview tells versions, counts, states and codes, and no names, titles, paths or texts', async () => {
  await useIt();
  const parts = await t.client['diagnostics.preview']({});
  const all = JSON.stringify(parts);
  for (const secret of secrets) expect(all).not.toContain(secret);
  expect(all).not.toContain(t.folder);
  const part = (file: string) => parts.find((one) => one.file === file)!.content;
  expect(JSON.parse(part('about.json'))).toMatchObject({
    app: '0.0.0-test',
    runtime: { node: process.versions.node },
  });
  expect(JSON.parse(part('matters.json'))).toMatchObject([
    {
      counts: { docketEntries: 1 },
      jobs: [{ operation: 'matter.backup', state: 'failed', error: 'FILE_EXISTS' }],
    },
  ]);
  expect(JSON.parse(part('log.jsonl'))).toMatchObject({
    event: 'internal error',
    reference: 'abc',
    stack: '    at open (engine.js:1:2)',
    tries: 3,
  });
});

test('the export is a zip with the files of the preview, and overwrites nothing', async () => {
  await useIt();
  const target = { path: join(t.folder, 'diagnostics.zip') };
  const { fileName, sizeBytes } = await t.client['diagnostics.export']({ target });
  const bytes = readFileSync(target.path);
  expect(fileName).toBe('diagnostics.zip');
  expect(sizeBytes).toBe(bytes.length);
  for (const { file } of await t.client['diagnostics.preview']({})) expect(bytes.includes(file)).toBe(true);
  await expect(t.client['diagnostics.export']({ target })).rejects.toMatchObject({ code: 'FILE_EXISTS' });
});
