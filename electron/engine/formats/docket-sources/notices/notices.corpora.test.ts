import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { courtZones } from '../../../../../shared/domain/court-zone.ts';
import { isAppError } from '../../../../../shared/errors/app-error.ts';
import { ParsedSource } from '../../../../../shared/model/docket.ts';
import {
  expectedOf,
  noticeScorePage,
  scoreOf,
  type FileScore,
} from '../../../testing/corpora/notice-scores.ts';
import { readDocketSource } from '../read-source.ts';
import { docsPage } from '../../../testing/corpora/corpus-outcomes.ts';
import { corpora, hasCorpora, isFullTier } from '../../../testing/corpora/corpus-files.ts';

/** Real files that others made; not part of the product. Where the folder is absent, these tests are skipped. */
const cmecf = join(corpora, 'cmecf');

/** Folders with another parser's JSON beside each file. */
const scored = {
  'nef/s3': '.txt',
  'nef/html': '.html',
  nda_appellate: '.txt',
  rss: '.xml',
  dockets_internet_archive_xml: '.xml',
  free_opinion: '.html',
};
const filesOf = (folder: string, end: string) =>
  hasCorpora
    ? readdirSync(join(cmecf, folder))
        .filter((file) => file.endsWith(end))
        .toSorted()
    : [];
const read = (folder: string, file: string) =>
  readDocketSource(readFileSync(join(cmecf, folder, file)), file);

/** What the other parser reads nothing of, though the file holds an entry: it knows no notices of edited entries. */
const oursAlone = (json: unknown) => JSON.stringify(json) === '{}';

describe.skipIf(!hasCorpora)(
  'notices and feeds that others made (skipped where the corpora are absent)',
  () => {
    const scores: FileScore[] = [];
    const sources: { folder: string; file: string; source: ParsedSource; json: unknown }[] = [];
    const refused: { folder: string; file: string; code: string; json: unknown }[] = [];

    beforeAll(async () => {
      for (const [folder, end] of Object.entries(scored))
        for (const file of filesOf(folder, end)) {
          const json: unknown = JSON.parse(
            readFileSync(join(cmecf, folder, file.replace(end, '.json')), 'utf8'),
          );
          try {
            const source = await read(folder, file);
            sources.push({ folder, file, source, json });
            if (!oursAlone(json)) scores.push(scoreOf(folder, file, source, expectedOf(json)));
          } catch (error) {
            refused.push({ folder, file, json, code: isAppError(error) ? error.code : String(error) });
          }
        }
    }, 60_000);

    test('only what the other parser reads nothing of is refused, by a code that names it', () => {
      expect(
        refused.filter(({ json, code }) => !oursAlone(json) || code !== 'DOCKET_SOURCE_NOT_RECOGNISED'),
      ).toEqual([]);
    });

    test('every entry is found, none twice', () => {
      const wrong = scores.filter(({ expected, found }) => found !== expected);
      expect(wrong.map(({ file, expected, found }) => [file, expected, found])).toEqual([]);
      const more = sources.flatMap(({ source, json, file }) => {
        const ours = source.dockets.flatMap(({ entries }) =>
          entries.filter(({ attachment }) => attachment === null),
        );
        return oursAlone(json) || ours.length === expectedOf(json).length ? [] : [file];
      });
      expect(more).toEqual([]);
    });

    test('case numbers are those of the other parser, with what the court prints besides', () => {
      const wrong = sources.flatMap(({ source, json, file }) => {
        const numbers = new Set(expectedOf(json).map(({ caseNumber }) => caseNumber));
        const ours = source.dockets.map(({ header }) => header.number);
        return oursAlone(json) || ours.every((number) => [...numbers].some((each) => number.startsWith(each)))
          ? []
          : [file];
      });
      expect(wrong).toEqual([]);
    });

    test('all dates are the same, on the court’s clock', () => {
      expect(
        scores.flatMap(({ differences }) =>
          differences.filter(({ field, reason }) => field === 'date' && reason === null),
        ),
      ).toEqual([]);
    });

    test('at least 99.5 % of the texts are the same but for marks the other parser drops', () => {
      const texts = scores.reduce((sum, { found }) => sum + found, 0);
      const bare = (text: string) =>
        text.replaceAll('#', '').replaceAll('’', "'").replace(/\s+/g, ' ').replaceAll(' ,', ',').trim();
      const changed = scores.flatMap(({ differences }) =>
        differences.filter(({ field, ours, theirs }) => field === 'text' && bare(ours) !== bare(theirs)),
      );
      expect(texts).toBeGreaterThan(1_000);
      expect(changed.length / texts).toBeLessThanOrEqual(0.005);
    });

    test('every other difference has its reason', () => {
      expect(
        scores.flatMap(({ differences }) => differences.filter(({ reason }) => reason === null)),
      ).toEqual([]);
    });

    test('no key that opens a document, and no recipient of a notice, is kept', () => {
      const leaks = sources.filter(({ source }) => /magic_num|[?&]uid=/.test(JSON.stringify(source)));
      expect(leaks.map(({ file }) => file)).toEqual([]);
      const named = sources.filter(
        ({ folder, source, json }) =>
          folder.startsWith('n') &&
          ((json as { email_recipients?: { email_addresses?: string[] }[] }).email_recipients ?? [])
            .flatMap(({ email_addresses: addresses }) => addresses ?? [])
            .some((address) => JSON.stringify(source).includes(address)),
      );
      expect(named.map(({ file }) => file)).toEqual([]);
    });

    test('what is read keeps to the model', () => {
      expect(
        sources.filter(({ source }) => !ParsedSource.safeParse(source).success).map(({ file }) => file),
      ).toEqual([]);
    });

    test('notices as the archive received them by mail are read with case, number, text and minute', async () => {
      const files = readdirSync(join(cmecf, 'courtlistener')).filter((file) => file.startsWith('recap_mail'));
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        const source = await read('courtlistener', file);
        expect(source.dockets, file).toHaveLength(1);
        expect(
          source.warnings.map(({ code }) => code),
          file,
        ).toEqual(toldOf(file, source));
        expect(source.dockets[0]!.header.number, file).toMatch(/^(?:\d:)?\d\d-/);
        const [entry] = source.dockets[0]!.entries;
        expect(entry!.text.length, file).toBeGreaterThan(30);
        expect(entry!.filedOn, file).toMatch(/^2022-/);
        if (source.kind === 'notice')
          expect(entry, file).toMatchObject({ number: expect.any(Number), enteredAt: expect.any(String) });
      }
    });

    test('tables of dockets give every row, with its number, date and text', async () => {
      const folder = 'dockets/pacer_lib_2012';
      for (const file of filesOf(folder, '.csv')) {
        const source = await read(folder, file);
        const lines = readFileSync(join(cmecf, folder, file), 'utf8')
          .trimEnd()
          .split('\n');
        const rows = source.dockets
          .flatMap(({ entries }) => entries)
          .filter(({ attachment }) => attachment === null);
        // The last column counts the rows from zero.
        expect(rows.length, file).toBe(Number(/(\d+)\s*$/.exec(lines.at(-1)!)![1]) + 1);
        expect(
          rows.filter(({ filedOn, text }) => filedOn === null || text === ''),
          file,
        ).toEqual([]);
        expect(source.kind).toBe('csv');
      }
    }, 60_000);

    test.runIf(isFullTier)('the page of scores in the documentation is the present one', () => {
      const page = noticeScorePage(scores);
      expect(docsPage('corpora-docket-notices.md', page)).toBe(page);
    });
  },
);

/** What is told of a notice's time: of a court of two zones no matter says here which of them is the case's. */
function toldOf(file: string, { dockets }: ParsedSource): string[] {
  // The archive made it from a notice of another circuit, whose time it still prints.
  if (file.includes('_ca8')) return ['DOCKET_TIME_OTHER_ZONE'];
  return courtZones(dockets[0]!.header.court) === null ? [] : ['DOCKET_TIME_ZONE_UNSETTLED'];
}
