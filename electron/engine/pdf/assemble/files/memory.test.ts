import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { assetsDirectory, pdfiumWasmPath } from '../testing.ts';
import { isFullTier } from '../../../testing/corpora/corpus-files.ts';

const [small, large] = isFullTier ? ([60, 600] as const) : ([30, 210] as const);
/** 14 was measured; 51 where the program that reads back keeps the pictures it passes. */
const limitMib = 32;

const root = join(import.meta.dirname, '../../../../..');
const urlOf = (path: string) => JSON.stringify(pathToFileURL(join(root, path)).href);
/** A process of its own makes the scans: what that takes is not what is measured. */
const makeInputs = `
  const { makeScans } = await import(${urlOf('bench/inputs.mjs')});
  const [folder, megabytes] = process.argv.slice(-2);
  console.log(JSON.stringify(makeScans(folder, { megabytes: Number(megabytes) })));
`;
/** Assembles files with everything on, and tells the most memory that took, in KiB. */
const assembleInputs = `
  const { assembleFilesTask } = await import(${urlOf('electron/engine/pdf/assemble/files/task.ts')});
  const [folder, paths] = process.argv.slice(-2);
  const files = JSON.parse(paths).map((path) => ({ path, shownAs: path }));
  const { pages } = await assembleFilesTask(
    {
      files, target: folder + '/out.pdf', title: 'Binder', scheme: 'A',
      bates: { prefix: 'FAIR', number: 1, digits: 6, suffix: '' },
      hasSlipSheets: true, hasStickers: true, hasIndex: true, hasOutline: true,
    },
    {
      platform: { assetsDirectory: ${JSON.stringify(assetsDirectory)}, pdfiumWasmPath: ${JSON.stringify(pdfiumWasmPath)} },
      progress: () => {},
    },
  );
  console.log(JSON.stringify({ pages, peakKib: process.resourceUsage().maxRSS }));
`;

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-memory-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(program: string, ...parameters: string[]): string {
  const options = ['--input-type=module', '--eval', program];
  return execFileSync(process.execPath, [...options, ...parameters]).toString();
}

function assembleScans(megabytes: number): { pages: number; peakKib: number } {
  const own = mkdtempSync(join(folder, 'scans-'));
  const paths = run(makeInputs, own, String(megabytes));
  return JSON.parse(run(assembleInputs, own, paths)) as { pages: number; peakKib: number };
}

test('memory does not grow with the size of what is assembled', () => {
  const few = assembleScans(small);
  const many = assembleScans(large);
  expect(many.pages).toBeGreaterThan(few.pages * 5);
  expect((many.peakKib - few.peakKib) / 1024).toBeLessThan(limitMib);
}, 600_000);
