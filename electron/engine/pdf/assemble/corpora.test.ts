import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import { hasQpdf } from '../../testing/pdf-files.ts';
import { assembleFilesTask } from './task.ts';

/** Real files that others made; not part of the product. Where the folder is absent, these tests are skipped. */
const corpora = join(import.meta.dirname, '../../../../../shared/corpora');
const isFull = process.env['FORTHWITH_TIER'] === 'full';
/** The sample tier takes every twenty-fifth file. */
const step = isFull ? 1 : 25;
const root = join(import.meta.dirname, '../../../..');

type Outcome = 'bound' | 'bound, as odd as before' | 'refused: damaged' | 'refused: encrypted' | 'wrong';
const outcomes: readonly Outcome[] = [
  'bound',
  'bound, as odd as before',
  'refused: damaged',
  'refused: encrypted',
];

function files(): string[] {
  if (!existsSync(corpora)) return [];
  return readdirSync(join(corpora, 'pdf'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.pdf$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .filter((_, index) => index % step === 0);
}

/** What qpdf says: 0 clean, 2 errors, 3 warnings. */
const check = (path: string) => spawnSync('qpdf', ['--check', path], { stdio: 'ignore' }).status;

async function assembleOne(path: string, target: string): Promise<Outcome> {
  try {
    await assembleFilesTask(
      {
        files: [{ path, shownAs: path }],
        target,
        title: 'Binder',
        bates: { prefix: 'AMZ', digits: 6, number: 1 },
        scheme: 'A',
        hasSlipSheets: true,
        hasStickers: true,
        hasIndex: true,
        hasOutline: true,
      },
      {
        platform: {
          pdfiumWasmPath: join(root, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm'),
          imageLibraries: join(root, 'out/images'),
          assetsDirectory: join(root, 'assets'),
          appVersion: '0.0.0-test',
          nativeBinding: undefined,
        },
        progress: () => {},
        openMatter: () => expect.fail('no matter is needed'),
      },
    );
  } catch (error) {
    if (isAppError(error, 'PDF_DAMAGED')) return 'refused: damaged';
    if (isAppError(error, 'PDF_ENCRYPTED')) return 'refused: encrypted';
    throw error;
  }
  const status = check(target);
  if (status === 0) return 'bound';
  return status === check(path) ? 'bound, as odd as before' : 'wrong';
}

describe.skipIf(!existsSync(corpora) || !hasQpdf())(
  'files that others made (skipped where the corpora or qpdf are absent)',
  () => {
    test('each is bound with everything on, no worse to qpdf than it came, or refused with a declared error', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'forthwith-corpora-'));
      const byFolder = new Map<string, Map<Outcome, number>>();
      const wrong: string[] = [];
      try {
        for (const path of files()) {
          const place = relative(corpora, path).split(sep).join('/');
          const outcome = await assembleOne(path, join(folder, 'binder.pdf'));
          if (outcome === 'wrong') wrong.push(place);
          const key = place.split('/').slice(0, 2).join('/');
          const counts = byFolder.get(key) ?? new Map<Outcome, number>();
          counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
          byFolder.set(key, counts);
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
      expect(wrong).toEqual([]);
      if (!isFull) return;
      const page = join(root, 'docs/corpora-assemble.md');
      const text = describeOutcomes(byFolder);
      if (process.env['FORTHWITH_WRITE_DOCS'] === '1') writeFileSync(page, text);
      expect(readFileSync(page, 'utf8')).toBe(text);
    });
  },
);

function describeOutcomes(byFolder: ReadonlyMap<string, ReadonlyMap<Outcome, number>>): string {
  const row = (name: string, counts: ReadonlyMap<Outcome, number>) =>
    `| ${name} | ${[...counts.values()].reduce((a, b) => a + b, 0)} | ${outcomes.map((o) => counts.get(o) ?? '').join(' | ')} |`;
  const all = new Map<Outcome, number>();
  for (const counts of byFolder.values())
    for (const [outcome, count] of counts) all.set(outcome, (all.get(outcome) ?? 0) + count);
  return `# What becomes of PDFs that others made in a binder

Every PDF of the test corpora, many damaged, encrypted or made to break readers, is made a binder of its own with slip sheet,
sticker, Bates numbers, index and outline. The full run of \`electron/engine/pdf/assemble/corpora.test.ts\` compares this table.
“Bound” means that \`qpdf --check\` finds nothing in the binder; “as odd as before” that it finds in the binder what it finds in
the source, because streams are carried byte for byte.

| folder | files | ${outcomes.join(' | ')} |
| --- | ---: | ${outcomes.map(() => '---:').join(' | ')} |
${[...byFolder]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([folder, counts]) => row(folder, counts))
  .join('\n')}
${row('**all**', all)}
`;
}
