import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Rect } from '../../../../../shared/contract/reader.ts';
import { isAppError } from '../../../../../shared/errors/app-error.ts';
import { corpusPdfs, hasCorpora, isFullTier } from '../../../testing/corpora/corpus-files.ts';
import {
  CorpusOutcomes,
  countRows,
  docsPage,
  placeInCorpora,
} from '../../../testing/corpora/corpus-outcomes.ts';
import { hasPoppler } from '../../../testing/pdf-files.ts';
import { beginTest } from '../../../testing/shared-engine.ts';
import type { TestEngine } from '../../../testing/temp-matter.ts';
import type { PopplerWord } from '../../reader/testing.ts';
import { isBlackedOut, isSeen, popplerPicture, wordsOf } from './as-poppler-reads.ts';

/** The sample tier takes one file of fifty-seven. */
const every = 57;
/** Longer files have more of the same. */
const mostPages = 12;

const outcomes = [
  'removed',
  'removed, other words too',
  'not found, as told',
  'refused',
  'no such word',
] as const;
type Outcome = (typeof outcomes)[number];

let t: TestEngine;
beforeAll(async () => void (t = await beginTest()));
afterAll(() => t.dispose());

/** The word of letters alone that occurs most: it may stand in pictures, forms, links and bookmarks too. */
function commonestWord(words: readonly PopplerWord[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { text } of words)
    if (/^\p{L}{6,24}$/u.test(text))
      counts.set(text.toLowerCase(), (counts.get(text.toLowerCase()) ?? 0) + 1);
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
}

const lettersOf = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();

interface Redacted {
  readonly outcome: Outcome;
  /** Why it was refused. */
  readonly code?: string;
  /** What another program still finds of the word. */
  readonly left: readonly string[];
}

async function redactOne(path: string): Promise<Redacted> {
  const copy = join(t.folder, 'copy.pdf');
  rmSync(copy, { force: true });
  const words = wordsOf(path);
  const term = (words.at(-1)?.page ?? 0) >= mostPages ? undefined : commonestWord(words);
  if (term === undefined) return { outcome: 'no such word', left: [] };
  try {
    const { redactions, termsNotFound } = await t.client['pdf.redact']({
      source: { path },
      target: { path: copy },
      terms: [term],
    });
    if (termsNotFound.length > 0) return { outcome: 'not found, as told', left: [] };
    const after = wordsOf(copy);
    const left = after
      .filter(({ text }) =>
        text
          .toLowerCase()
          .split(/[^\p{L}\p{N}]+/u)
          .includes(term),
      )
      .map(({ page }) => `read on page ${page + 1}`);
    const lettersOn = new Map<number, string>();
    for (const { page, text } of after) lettersOn.set(page, (lettersOn.get(page) ?? '') + lettersOf(text));
    let areOthersLost = false;
    for (const page of new Set(words.map((word) => word.page))) {
      const [was, now] = [popplerPicture(path, page), popplerPicture(copy, page)];
      if (!was || !now) continue;
      for (const word of words)
        if (word.page !== page || !isSeen(was, word)) continue;
        else if (lettersOf(word.text) === term) {
          if (!isBlackedOut(was, now, word)) left.push(`seen on page ${page + 1}`);
        } else if (
          !lettersOn.get(page)?.includes(lettersOf(word.text)) &&
          !redactions.some(({ page: on, area }) => on === page + 1 && overlap(word.rect, area))
        )
          areOthersLost = true;
    }
    return { outcome: areOthersLost ? 'removed, other words too' : 'removed', left };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { outcome: 'refused', code: error.code, left: [] };
  }
}

/** A place takes whole letters: of a word that touches it, some may be gone. */
const overlap = (word: Rect, { x, y, width, height }: Rect) =>
  word.x < x + width + 2 &&
  word.x + word.width > x - 2 &&
  word.y < y + height + 2 &&
  word.y + word.height > y - 2;

test.skipIf(!hasCorpora || !hasPoppler())(
  'a word removed from files that others made is neither read nor seen by other programs (skipped where the corpora or poppler are absent)',
  async () => {
    const all = new CorpusOutcomes<Outcome>();
    const refusals = new Map<string, number>();
    const left: string[] = [];
    for (const path of corpusPdfs(every)) {
      const place = placeInCorpora(path);
      const redacted = await redactOne(path);
      all.count(place, redacted.outcome);
      if (redacted.code !== undefined) refusals.set(redacted.code, (refusals.get(redacted.code) ?? 0) + 1);
      left.push(...redacted.left.map((what) => `${place}: ${what}`));
      const log = process.env['FORTHWITH_CORPORA_LOG'];
      if (log)
        writeFileSync(
          log,
          `${place}: ${redacted.outcome} ${redacted.code ?? ''} ${redacted.left.join('; ')}\n`,
          {
            flag: 'a',
          },
        );
    }
    expect(left).toEqual([]);
    if (!isFullTier) return;
    const page = describeOutcomes(all, refusals);
    expect(docsPage('corpora-redaction.md', page)).toBe(page);
  },
);

const describeOutcomes = (all: CorpusOutcomes<Outcome>, refusals: ReadonlyMap<string, number>): string =>
  `# What becomes of a word redacted in PDFs that others made

Of every PDF of the test corpora of at most ${mostPages} pages, the word of letters alone that pdftotext reads most often is redacted as \`pdf redact\` does it. The full
run of \`electron/engine/pdf/redact/corpora/corpora.test.ts\` compares this page. “Removed” means: pdftotext reads the word nowhere in the copy; wherever
pdftoppm drew its ink, it draws black (72 dpi); and every other word that was seen, and does not touch a removed place, can still be read. “Other words too”: some
can no longer be copied or searched, though they are seen: their letters have no character, or none that the copy's words can bear, or stand apart in another order.
“Not found, as told” means that the reader reads the word otherwise, and names it as not found. “Refused” means that no copy was written. “No such word”: pdftotext
reads none, or the file is longer, or cannot be read.

${all.table(outcomes)}

## Why files were refused

| code | files |
| --- | ---: |
${countRows(refusals)}
`;
