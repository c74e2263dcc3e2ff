import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { ErrorBody } from '../../../shared/contract/define.ts';
import { createNodePlatform, runCli, type CliIo } from '../index.ts';

/**
 * A terminal for tests: runs command lines on an engine of their own, in a folder that each test has for itself.
 *
 * @param options.isShared whether all tests of the file have one folder together
 * @example const { at, run, json, errorOf } = createTerminal();
 */
export function createTerminal({ isShared = false } = {}) {
  let folder: string;
  (isShared ? beforeAll : beforeEach)(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-cli-'))));
  (isShared ? afterAll : afterEach)(() => rmSync(folder, { recursive: true, force: true }));

  /** A place in the folder; the folder itself where nothing is named. */
  const at = (...names: string[]) => join(folder, ...names);

  const run = (...argv: string[]) => runWith({}, ...argv);

  /** Runs a command line that a signal cancels, as Ctrl-C does, or whose output ends otherwise than well. */
  async function runWith(
    {
      signal = new AbortController().signal,
      settled = async () => null,
    }: Partial<Pick<CliIo, 'signal' | 'settled'>>,
    ...argv: string[]
  ) {
    let [stdout, stderr] = ['', ''];
    const io = {
      stdout: (text: string) => void (stdout += text),
      stderr: (text: string) => void (stderr += text),
      isTerminal: false,
      settled,
      signal,
    };
    const platform = createNodePlatform({
      appDirectory: at('app'),
      assetsDirectory: join(import.meta.dirname, '../../../assets'),
      workerUrl: pathToFileURL(
        process.env['FORTHWITH_TEST_WORKER'] ?? join(import.meta.dirname, '../../engine/worker.ts'),
      ),
      pdfiumWasmPath: join(import.meta.dirname, '../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm'),
      imageLibraries: join(import.meta.dirname, '../../../out/images'),
      appVersion: '0.0.0-test',
    });
    return { code: await runCli(argv, io, platform), stdout, stderr };
  }

  /** What a command that must succeed prints as JSON. */
  async function json(...argv: string[]) {
    const { code, stdout, stderr } = await run(...argv, '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout);
  }

  /** The JSON error of a command that must fail. */
  async function errorOf(...argv: string[]) {
    const { code, stdout, stderr } = await run(...argv, '--json');
    expect(stdout).toBe('');
    const { error } = JSON.parse(stderr) as { error: ErrorBody };
    return { exit: code, ...error };
  }
  return { at, run, runWith, json, errorOf };
}
