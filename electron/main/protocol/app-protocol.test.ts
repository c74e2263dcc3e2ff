import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAppProtocol, findBundleFile } from './app-protocol.ts';

const folder = mkdtempSync(join(tmpdir(), 'app-protocol-'));
const root = join(folder, 'renderer');
beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'assets/main.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'outside');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a URL names a file of the built window', () => {
  expect(findBundleFile(root, 'app://bundle/assets/main.js')).toBe(join(root, 'assets/main.js'));
  expect(findBundleFile(root, 'app://bundle/')).toBe(join(root, 'index.html'));
});

test.each([
  'app://bundle/%2e%2e%2fsecret.txt',
  'app://bundle/..%2fsecret.txt',
  'app://bundle/assets/..%2f..%2fsecret.txt',
  'app://bundle/..%5csecret.txt',
  'app://bundle/%00',
  'app://bundle/%E0%A4%A',
  'app://elsewhere/index.html',
])('%s is refused', async (url) => {
  expect(findBundleFile(root, url)).toBeNull();
  expect((await createAppProtocol(root)(new Request(url))).status).toBe(404);
});

test('what is served carries its type and the policy', async () => {
  const response = await createAppProtocol(root)(new Request('app://bundle/assets/main.js'));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await response.text()).toBe('export {};');
});

test('what is not there, a folder, and other methods are refused', async () => {
  const serve = createAppProtocol(root);
  expect((await serve(new Request('app://bundle/missing.js'))).status).toBe(404);
  expect((await serve(new Request('app://bundle/assets'))).status).toBe(404);
  expect((await serve(new Request('app://bundle/index.html', { method: 'POST' }))).status).toBe(405);
});
