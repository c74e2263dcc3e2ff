import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import { createNodePlatform, runCli, type CliIo } from '../index.ts';

/**
 * A terminal for a test: runs command lines on an engine of their own, in a folder of the test's.
 *
 * @param folder where the app's own files go; called at each run, since each test has its own
 * @param options.settled how writing the output ends; well where left out
 * @example const { run, json, errorOf } = createTerminal(() => folder);
 */
export function createTerminal(
  folder: () => string,
  { settled = async () => null }: Partial<Pick<CliIo, 'settled'>> = {},
) {
  const run = (...argv: string[]) => runUntil(new AbortController().signal, ...argv);

  /** Runs a command line that a signal cancels, as Ctrl-C does. */
  async function runUntil(signal: AbortSignal, ...argv: string[]) {
    let [stdout, stderr] = ['', ''];
    const io = {
      stdout: (text: string) => void (stdout += text),
      stderr: (text: string) => void (stderr += text),
      isTerminal: false,
      settled,
      signal,
    };
    const platform = createNodePlatform({
      appDirectory: join(folder(), 'app'),
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
    const { error } = JSON.parse(stderr) as { error: { code: string; message: string } };
    return { exit: code, code: error.code, message: error.message };
  }
  return { run, runUntil, json, errorOf };
}
