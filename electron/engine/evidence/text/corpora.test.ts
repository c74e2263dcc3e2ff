import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import { closeWorkers } from '../../jobs/worker-pool.ts';
import { readTextInParts } from '../../pdf/index.ts';
import { createNodePlatform } from '../../platform/node-platform.ts';
import { textTable, type TextOutcome } from '../../testing/corpora/text-table.ts';
import { workerUrl } from '../../testing/worker-url.ts';
import { docsPage } from '../../testing/corpora/corpus-outcomes.ts';
import { corpora, hasCorpora, isFullTier } from '../../testing/corpora/corpus-files.ts';

const root = join(import.meta.dirname, '../../../..');
/** In the sample tier, one file in this many. */
const every = isFullTier ? 1 : 25;
const timeoutMs = 20_000;

const platform = createNodePlatform({
  assetsDirectory: join(root, 'assets'),
  workerUrl,
  pdfiumWasmPath: join(root, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm'),
  imageLibraries: join(root, 'out/images'),
});
afterAll(() => closeWorkers(platform));

/** Words without case, accents and joints, each with how often it occurs. */
function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{M}|[\u00ad\u0002]|-\s*\n\s*/gu, '')
    .toLowerCase();
  for (const [word] of plain.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function theirText(path: string): string | null {
  try {
    return execFileSync('pdftotext', ['-q', '-enc', 'UTF-8', path, '-'], {
      encoding: 'utf8',
      maxBuffer: 512 * 1024 * 1024,
      timeout: timeoutMs,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return null;
  }
}

async function compare(folder: string, path: string): Promise<TextOutcome> {
  const id = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 8);
  const theirs = theirText(path);
  const wanted = countWords(theirs ?? '');
  const total = [...wanted.values()].reduce((sum, count) => sum + count, 0);
  const known = { folder, id, words: total, isReadByOthers: theirs !== null };
  try {
    const pages = await readTextInParts(
      platform,
      { location: { filePath: path }, name: 'x.pdf', pages: undefined },
      { timeoutMs },
    );
    const ours = countWords(pages.map(({ text }) => text).join('\n'));
    let found = 0;
    for (const [word, count] of wanted) found += Math.min(count, ours.get(word) ?? 0);
    const extra = [...ours.values()].reduce((sum, count) => sum + count, 0) - found;
    const waiting = pages.filter(({ isPicture }) => isPicture).length;
    return { ...known, found, extra, code: null, pages: pages.length, waiting };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { ...known, found: 0, extra: 0, code: error.code, pages: 0, waiting: 0 };
  }
}

const hasPdftotext = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!hasCorpora || !hasPdftotext)(
  'PDFs that others made (skipped where the corpora or pdftotext are not there)',
  () => {
    test('the words another program reads are read, or the reason is told', async () => {
      const files = ['pdf', 'legal'].flatMap((folder) =>
        readdirSync(join(corpora, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => /\.pdf$/i.test(name))
          .toSorted()
          .map((name) => ({ folder: `${folder}/${name.split('/')[0]!}`, path: join(corpora, folder, name) })),
      );
      const outcomes: TextOutcome[] = [];
      for (const { folder, path } of files.filter((_file, index) => index % every === 0))
        outcomes.push(await compare(folder, path));
      if (process.env['FORTHWITH_TEXT_OUTCOMES'])
        writeFileSync(process.env['FORTHWITH_TEXT_OUTCOMES'], JSON.stringify(outcomes, null, 1));
      const opened = outcomes.filter(({ code }) => code === null);
      const words = opened.reduce((sum, outcome) => sum + outcome.words, 0);
      const found = opened.reduce((sum, outcome) => sum + outcome.found, 0);
      expect(found / words).toBeGreaterThan(0.97);
      if (!isFullTier) return;
      const page = textTable(outcomes);
      expect(docsPage('corpora-text.md', page)).toBe(page);
    }, 1_800_000);
  },
);
