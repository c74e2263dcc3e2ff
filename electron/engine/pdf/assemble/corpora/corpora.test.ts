import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  CorpusOutcomes,
  countRows,
  docsPage,
  placeInCorpora,
} from '../../../testing/corpora/corpus-outcomes.ts';
import { corpusPdfs, hasCorpora, isFullTier } from '../../../testing/corpora/corpus-files.ts';
import { hasQpdf } from '../../../testing/pdf-files.ts';
import { SourceUnreadable } from '../../objects/index.ts';
import { bindAll } from '../testing.ts';
import { compareWithSource } from './compare-source.ts';

/** The sample tier takes every twenty-fifth file. */
const every = 25;

const outcomes = [
  'bound',
  'bound, as odd as before',
  'bound, differs: see below',
  'refused: damaged',
  'refused: encrypted',
  'refused: no pages',
  'wrong',
] as const;
type Outcome = (typeof outcomes)[number];
const refusals: Readonly<Record<SourceUnreadable['code'], Outcome>> = {
  PDF_DAMAGED: 'refused: damaged',
  PDF_ENCRYPTED: 'refused: encrypted',
  PDF_NO_PAGES: 'refused: no pages',
};

/** What qpdf says: 0 clean, 2 errors, 3 warnings. */
const check = (path: string) => spawnSync('qpdf', ['--check', path], { stdio: 'ignore' }).status;

interface Bound {
  readonly outcome: Outcome;
  /** What other programs find different, each with what the findings say of it. */
  readonly differences: readonly string[];
}

async function bindOne(path: string, folder: string): Promise<Bound> {
  const target = join(folder, 'binder.pdf');
  const source = readFileSync(path);
  try {
    const bound = await bindAll([source], target);
    const [item] = bound.items as [(typeof bound.items)[number]];
    const pages = item.lastPage! - item.firstPage! + 1;
    if (bound.pages !== bound.indexPages + 1 + pages) return { outcome: 'wrong', differences: ['pages'] };
    const codes = item.findings.map(({ code }) => code);
    const again = await bindAll([source], join(folder, 'again.pdf'));
    if (again.sha256 !== bound.sha256) return { outcome: 'wrong', differences: ['bytes of a second build'] };
    const missing = await compareWithSource(path, target, {
      pages,
      firstPage: item.firstPage!,
      isScaled: codes.includes('STICKER_PAGE_SCALED'),
    });
    const status = check(target);
    if (status !== 0 && status !== check(path) && missing.length === 0)
      return { outcome: 'bound, as odd as before', differences: [] };
    if (missing.length > 0)
      return {
        outcome: 'bound, differs: see below',
        differences: missing.map((what) => `${what} (${codes.toSorted().join(', ') || 'no finding'})`),
      };
    return { outcome: status === 0 ? 'bound' : 'bound, as odd as before', differences: [] };
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    return { outcome: refusals[error.code], differences: [] };
  }
}

describe.skipIf(!hasCorpora || !hasQpdf())(
  'files that others made (skipped where the corpora or qpdf are absent)',
  () => {
    test('each is bound with everything on, as other programs read it, or refused with a declared error', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'forthwith-corpora-'));
      const all = new CorpusOutcomes<Outcome>();
      const differences = new Map<string, number>();
      const wrong: string[] = [];
      try {
        for (const path of corpusPdfs(every)) {
          const place = placeInCorpora(path);
          const bound = await bindOne(path, folder);
          if (bound.outcome === 'wrong') wrong.push(`${place}: ${bound.differences.join()}`);
          const log = process.env['FORTHWITH_CORPORA_LOG'];
          if (log && bound.differences.length > 0)
            writeFileSync(log, `${place}: ${bound.differences.join('; ')}\n`, { flag: 'a' });
          all.count(place, bound.outcome);
          for (const difference of bound.differences)
            differences.set(difference, (differences.get(difference) ?? 0) + 1);
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
      expect(wrong).toEqual([]);
      if (!isFullTier) return;
      const page = describeOutcomes(all, differences);
      expect(docsPage('corpora-exhibits.md', page)).toBe(page);
    });
  },
);

const describeOutcomes = (all: CorpusOutcomes<Outcome>, differences: ReadonlyMap<string, number>): string =>
  `# What becomes of PDFs that others made in a binder

Every PDF of the test corpora, many damaged, encrypted or made to break readers, is made a binder of its own with slip sheet,
sticker, Bates numbers, index and outline, twice, with the same bytes. The full run of
\`electron/engine/pdf/assemble/corpora/corpora.test.ts\` compares this page. “Bound” means: \`qpdf --check\` finds nothing in the binder;
pdftotext finds on each page (the first 40) every word of the source's page and its Bates number; pdftoppm draws it (the first 3, at
60 dpi) as large as the source's and, but for as many dots as the marks take, the same; PDFium counts as many bookmarks and links.
“As odd as before” means that qpdf finds something in the binder because streams are carried byte for byte and it finds it in the
source too. “Refused” means that the reader cannot read the source either, or only with a password, or that it has no pages.

${all.table(outcomes.filter((outcome) => outcome !== 'wrong'))}

## What differs, and what the findings of the assembly say of those files

| what another program finds different (findings) | files |
| --- | ---: |
${countRows(differences)}

Why, looked into one by one: bookmarks that a later revision of the source deletes, PDFium shows all the same; they are not carried. Numbers
on pages of a few points are too small for pdftotext; PDFium reads them back. Pictures: a page that a picture fills has no room for the
sticker, which is reported. Words and pictures of forms: pdftotext and pdftoppm draw fields anew where a form asks for it, with marks
and fonts of their own; the binder has the file's own pictures, and values and lists where the form calls those out of date.
Sizes: the source has no page that poppler can read, and PDFium's repaired copy has one. Words without a finding or beside a moved
sticker: pdftotext orders or joins the words of a line otherwise (right-to-left text, a mark between two words); the words are there.
`;
