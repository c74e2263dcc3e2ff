import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { isAppError } from '../../../../../shared/errors/app-error.ts';
import type { DocketSourceKind, ParsedSource } from '../../../../../shared/model/docket.ts';
import { commaSpace, Differences, type Beside } from './court-page-differences.ts';
import { readDocketSource } from '../read-source.ts';
import { docsPage } from '../../../testing/corpora/corpus-outcomes.ts';
import { corpora, hasCorpora, isFullTier } from '../../../testing/corpora/corpus-files.ts';

/** Real pages that others kept; not part of the product. Where the folder is absent, these tests are skipped. */
const cmecf = join(corpora, 'cmecf');

interface Page {
  readonly folder: string;
  readonly file: string;
  readonly source: ParsedSource | null;
  /** The code of the refusal; empty where the page was read. */
  readonly refusal: string;
  readonly beside: Beside;
}

async function pagesIn(folder: string): Promise<Page[]> {
  const names = readdirSync(join(cmecf, folder)).filter((name) => name.endsWith('.html'));
  return Promise.all(
    names.toSorted().map(async (file) => {
      const path = join(cmecf, folder, file);
      const json = path.replace(/\.html$/, '.json');
      const beside = existsSync(json) ? (JSON.parse(readFileSync(json, 'utf8')) as Beside) : {};
      try {
        const source = await readDocketSource(new Uint8Array(readFileSync(path)), file);
        return { folder, file, source, refusal: '', beside };
      } catch (error) {
        if (!isAppError(error)) throw error;
        return { folder, file, source: null, refusal: error.code, beside };
      }
    }),
  );
}

/** The tables beside the oldest pages, as JSON of the others. */
function rowsBeside(file: string): Beside[] {
  const csv = readFileSync(join(cmecf, 'dockets/pacer_lib_2012', file.replace(/\.html$/, '.csv')), 'utf8');
  const rows = parse(csv, { columns: true }) as Record<string, string>[];
  return rows.map((row) => ({
    number: row['document_number'] === 'NA' ? null : row['document_number'],
    date: row['date_filed']!.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$1-$2'),
    text: row['docket_description'],
  }));
}

describe.skipIf(!hasCorpora)('pages of courts (skipped where the corpora are absent)', () => {
  const differences = new Differences();
  const pages: Page[] = [];
  const of = (folder: string) => pages.filter((page) => page.folder === folder);
  const outcomes = (folder: string) => {
    const counts: Record<string, number> = {};
    for (const { source, refusal } of of(folder)) {
      const outcome = source?.kind ?? refusal;
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
    return counts;
  };

  beforeAll(async () => {
    const folders = [
      'dockets/district',
      'dockets/special_cit',
      'dockets/pacer_lib_2012',
      'docket_history',
      'attachments',
      'case_queries',
      'confirmation_pages',
      'dockets_negative',
      'courtlistener',
    ];
    for (const folder of folders) pages.push(...(await pagesIn(folder)));
    for (const { folder, file, source, beside } of pages) {
      const docket = source?.dockets[0];
      if (!docket) continue;
      const known = (beside['docket_entries'] ?? []) as Beside[];
      if (folder === 'dockets/pacer_lib_2012') {
        const rows = rowsBeside(file);
        const leads = docket.entries.filter(({ attachment }) => attachment === null);
        differences.compare(file, 'entries', leads.length, rows.length);
        rows.forEach((row, i) => {
          differences.compare(file, 'entry number', leads[i]?.number, row['number']);
          differences.compare(file, 'filedOn', leads[i]?.filedOn, row['date']);
          differences.compare(file, 'text', leads[i]?.text, row['text']);
        });
      } else if (folder === 'attachments') {
        if ('attachments' in beside) differences.compareMenu(file, docket.entries, beside);
      } else if (folder !== 'courtlistener') {
        differences.compareHeader(file, docket.header, beside);
        if (folder !== 'case_queries')
          differences.compareEntries(file, docket.entries, known, beside['ordered_by']);
        if (folder.startsWith('dockets/'))
          differences.compareParties(file, docket.parties, (beside['parties'] ?? []) as Beside[]);
      }
    }
  }, 120_000);

  test.each<[string, Partial<Record<DocketSourceKind | `DOCKET_${string}`, number>>]>([
    ['dockets/district', { docket_sheet: 27 }],
    ['dockets/special_cit', { docket_sheet: 1 }],
    ['dockets/pacer_lib_2012', { docket_sheet: 23 }],
    ['docket_history', { docket_history: 52 }],
    ['attachments', { attachment_page: 89 }],
    ['case_queries', { case_query: 19, DOCKET_SOURCE_NO_SUCH_CASE: 1 }],
    ['confirmation_pages', { DOCKET_SOURCE_RECEIPT: 8 }],
    [
      'dockets_negative',
      {
        DOCKET_SOURCE_COURT_ERROR: 5,
        DOCKET_SOURCE_NO_SUCH_CASE: 2,
        DOCKET_SOURCE_RECEIPT: 1,
        DOCKET_SOURCE_TIMED_OUT: 1,
      },
    ],
    ['courtlistener', { docket_sheet: 3, attachment_page: 1, DOCKET_SOURCE_CLAIMS_REGISTER: 2 }],
  ])('of %s end as they should', (folder, expected) => {
    expect(outcomes(folder)).toEqual(expected);
  });

  test('every difference from the reading beside a page is explained', () => {
    expect(differences.all.filter(({ reason }) => reason === '')).toEqual([]);
  });

  test('entries, numbers and dates are all found; texts are those beside in all but a few pages', () => {
    const count = (field: string) => differences.all.filter((each) => each.field === field).length;
    const compared = (field: string) => differences.compared.get(field) ?? 0;
    expect(count('entry number')).toBe(0);
    expect(count('enteredOn')).toBe(0);
    expect(count('filedOn')).toBe(0);
    const words = differences.all.filter(({ field, reason }) => field === 'text' && reason !== commaSpace);
    expect(words.length / compared('text')).toBeLessThan(0.005);
    expect(count('party name') + count('party role') + count('party details') + count('attorney name')).toBe(
      0,
    );
  });

  test('an attachment is without its description only where the docket’s text has none', () => {
    const nameless = pages
      .filter(({ source }) => source?.kind === 'docket_sheet')
      .flatMap(({ source }) => source!.dockets)
      .flatMap(({ entries }) => {
        const texts = new Map(
          entries.filter(({ attachment }) => attachment === null).map(({ number, text }) => [number, text]),
        );
        return entries
          .filter(({ attachment, text }) => attachment !== null && text === '')
          .map(({ number, attachment }) => ({ attachment, leadText: texts.get(number) ?? '' }));
      });
    expect(nameless).toHaveLength(17);
    for (const { attachment, leadText } of nameless)
      expect(leadText).toMatch(new RegExp(`# ${attachment} (?:#|\\))`));
  });

  test.runIf(isFullTier)('the table of differences in the documentation is the present one', () => {
    const table = differenceTable(
      differences,
      [...new Set(pages.map(({ folder }) => folder))].map((folder) => [folder, outcomes(folder)]),
    );
    expect(docsPage('corpora-docket-pages.md', table)).toBe(table);
  });
});

function differenceTable(
  differences: Differences,
  outcomes: readonly (readonly [string, Readonly<Record<string, number>>])[],
): string {
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const counts = differences.counts();
  const differing = (field: string) =>
    counts.filter(([name]) => name === field).reduce((sum, [, , n]) => sum + n, 0);
  return [
    '# Pages of courts that others kept',
    '',
    'Docket reports, histories, attachment pages, case queries, receipts and error pages of the test corpora, read by',
    '`readDocketSource` and compared with the `.json` or `.csv` beside each, which is another program’s reading. The full run of',
    '`electron/engine/formats/docket-sources/court-pages/pages.corpora.test.ts` compares these tables. Texts are compared after white space is',
    'folded and nothing else.',
    '',
    '## What became of the pages',
    '',
    row(['folder', 'outcome', 'pages']),
    row(['---', '---', '---:']),
    ...outcomes.flatMap(([folder, of]) =>
      Object.entries(of)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([outcome, n]) => row([folder, `\`${outcome}\``, n])),
    ),
    '',
    '## What was compared',
    '',
    row(['field', 'compared', 'same', 'different']),
    row(['---', '---:', '---:', '---:']),
    ...[...differences.compared]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, n]) => row([field, n, n - differing(field), differing(field)])),
    '',
    '## Every difference, and why',
    '',
    row(['field', 'reason', 'values', 'files']),
    row(['---', '---', '---:', '---']),
    ...counts.map(([field, reason, n, files]) =>
      row([
        field,
        reason,
        n,
        files.length > 6 ? `${files.slice(0, 6).join(', ')} and ${files.length - 6} more` : files.join(', '),
      ]),
    ),
    '',
  ].join('\n');
}
