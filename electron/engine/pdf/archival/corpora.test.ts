import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CorpusOutcomes,
  countRows,
  docsPage,
  placeInCorpora,
} from '../../testing/corpora/corpus-outcomes.ts';
import { corpusPdfs, hasCorpora, isFullTier } from '../../testing/corpora/corpus-files.ts';
import { bindAll } from '../assemble/testing.ts';
import { SourceUnreadable } from '../objects/index.ts';
import { hasPoppler } from '../../testing/pdf-files.ts';
import { validateArchival } from './index.ts';

/** The sample tier takes every eightieth file. */
const every = 80;
const drawnPages = 3;
/** Poppler converts colors otherwise where a file says what they mean: so many shades of 255 at most. */
const shades = 12;

const outcomes = ['PDF/A-2b', 'not PDF/A', 'refused'] as const;
type Outcome = (typeof outcomes)[number];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-archival-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A page as poppler draws it. */
const drawn = (path: string, page: number) =>
  spawnSync('pdftoppm', ['-r', '40', '-f', String(page), '-l', String(page), path], {
    maxBuffer: 64 * 1024 * 1024,
  }).stdout;

test.skipIf(!hasCorpora || !hasPoppler())(
  'binders of files that others made look the same as PDF/A, and veraPDF, where it is installed, finds nothing in those that say they are (skipped where the corpora or poppler are absent)',
  async () => {
    const all = new CorpusOutcomes<Outcome>();
    const reasons = new Map<string, number>();
    const claimed: string[] = [];
    const drawnOtherwise: string[] = [];
    for (const [at, path] of corpusPdfs(every).entries()) {
      const place = placeInCorpora(path);
      const target = join(folder, `${at}.pdf`);
      let outcome: Outcome = 'refused';
      try {
        const source = readFileSync(path);
        const bound = await bindAll([source], target, { options: { isArchival: true } });
        const unmet = bound.items[0]!.findings.filter(({ code }) => code === 'PDFA_NOT_MET');
        outcome = unmet.length === 0 ? 'PDF/A-2b' : 'not PDF/A';
        expect(bound.bytes.includes('<pdfaid:part>2<'), place).toBe(unmet.length === 0);
        // Names and pages are the corpora's own.
        for (const reason of new Set(unmet.map(({ message }) => withoutNames(message))))
          reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
        if (outcome === 'PDF/A-2b') {
          claimed.push(target);
          const plain = join(folder, 'plain.pdf');
          await bindAll([source], plain);
          for (
            let page = bound.indexPages + 2;
            page <= Math.min(bound.pages, bound.indexPages + 1 + drawnPages);
            page += 1
          )
            if (!looksSame(drawn(plain, page), drawn(target, page))) drawnOtherwise.push(`${place} ${page}`);
        } else rmSync(target);
      } catch (error) {
        if (!(error instanceof SourceUnreadable)) throw error;
      }
      all.count(place, outcome);
    }
    expect(drawnOtherwise).toEqual([]);
    const validation = await validateArchival(claimed);
    if (typeof validation === 'object') expect(validation.broken).toEqual([]);
    if (!isFullTier) return;
    const page = describeOutcomes(all, reasons);
    expect(docsPage('corpora-archival.md', page)).toBe(page);
  },
);

const looksSame = (one: Buffer, other: Buffer) =>
  one.length === other.length && one.every((sample, at) => Math.abs(sample - other[at]!) <= shades);

function withoutNames(message: string): string {
  return message
    .replace(/^Not PDF\/A: /, '')
    .replace(/( \(p\. .*\))?\.$/, '')
    .replace(/(its font) .+ (is not|cannot|lacks|shows|does not)/, '$1 … $2')
    .replace(/(of its font) .+ (are|can)/, '$1 … $2')
    .replace(/(spot color) .+ (is)/, '$1 … $2')
    .replace(/\((?:[A-Z][A-Za-z]*)\)$/, '(…)');
}

const describeOutcomes = (all: CorpusOutcomes<Outcome>, reasons: ReadonlyMap<string, number>): string =>
  `# What becomes of PDFs that others made as PDF/A

Every PDF of the test corpora is made a binder of its own with slip sheet, sticker, Bates numbers, index and outline, as PDF/A-2b. The full run of
\`electron/engine/pdf/archival/corpora.test.ts\` compares this page. “PDF/A-2b” means: the binder says so; pdftoppm draws its pages (the first 3 of the source's,
at 40 dpi) dot for dot as without PDF/A, but for shades of colors (at most ${shades} of 255), which it converts where a file says what they mean; where veraPDF is installed, it finds nothing in any of them. “Not PDF/A” means: it does not say so, and the findings
tell why. “Refused” means that no binder can be made of it at all.

${all.table(outcomes)}

## What keeps them from it

A file with several reasons counts under each.

| reason, as it is told | files |
| --- | ---: |
${countRows(reasons)}

Most of these files are tests of PDF programs, which use the fonts that every reader once had to have; papers out of word processors and scanners embed theirs.
`;
