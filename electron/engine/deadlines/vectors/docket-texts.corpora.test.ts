import { readFileSync, readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  readEvents,
  readPrintedDates,
  type PrintedDate,
  type PrintedKind,
} from '../../../../shared/domain/deadlines/reading/index.ts';
import { roleOf } from '../../../../shared/domain/docket/threads/role.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { ParsedEntry } from '../../../../shared/model/docket.ts';
import { TriggerEvent } from '../../../../shared/model/rule-pack.ts';
import { readDocketSource } from '../../formats/docket-sources/read-source.ts';
import { corpora, hasCorpora } from '../../testing/corpora/corpus-files.ts';

/** Real dockets that others kept; not part of the product. Where the folder is absent, these tests are skipped. */
const folders = ['dockets', 'docket_history', 'dockets_internet_archive_xml', 'rss', 'nef'];

interface Row {
  readonly kind: string;
  readonly from: string;
  readonly due: string;
  readonly source: string;
}

function rows(): Row[] {
  const [head, ...lines] = readFileSync(join(corpora, 'deadlines/docket_due_dates.tsv'), 'utf8')
    .trim()
    .split('\n');
  const columns = head!.split('\t');
  const value = (cells: readonly string[], name: string) => cells[columns.indexOf(name)]!;
  return lines.map((line) => {
    const cells = line.split('\t');
    return {
      kind: value(cells, 'kind'),
      from: value(cells, 'from_date'),
      due: value(cells, 'due_date'),
      source: parse(value(cells, 'source')).name,
    };
  });
}

/** What a row calls its date, as this reader calls it. */
const kinds: Record<string, PrintedKind> = {
  'answer due (ext/other)': 'answer',
  'served-answer due': 'answer',
  'waiver sent-answer due': 'answer',
  'motion hearing/return': 'hearing',
  'responses due': 'response',
  'replies due': 'reply',
  'objections due': 'objection',
  'redaction request due': 'redaction_request',
  'redacted transcript deadline': 'redacted_transcript',
  'release of transcript restriction': 'transcript_release',
};

/** Rows whose date is no longer set, by the very sentence that names it: “… set for … is stricken”. */
const undone = new Set(['ilnd_328711 2017-09-21']);

describe.skipIf(!hasCorpora)('docket texts of courts (skipped where the corpora are absent)', () => {
  const bySource = new Map<string, ParsedEntry[]>();
  const printed = new Map<string, PrintedDate[]>();

  beforeAll(async () => {
    const files = folders.flatMap((folder) =>
      readdirSync(join(corpora, 'cmecf', folder), { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile() && /\.(?:html|xml|txt)$/.test(file.name))
        .map((file) => join(file.parentPath, file.name)),
    );
    for (const path of files.toSorted()) {
      const { name, base } = parse(path);
      try {
        const source = await readDocketSource(new Uint8Array(readFileSync(path)), base);
        const entries = source.dockets.flatMap((docket) => docket.entries);
        bySource.set(name, [...(bySource.get(name) ?? []), ...entries]);
      } catch (error) {
        if (!isAppError(error)) throw error;
      }
    }
    for (const [name, entries] of bySource)
      printed.set(
        name,
        entries.flatMap(({ text }) => readPrintedDates(text)),
      );
  }, 300_000);

  test('every due date of the table is read from its docket, with what it is for', () => {
    const missed = rows()
      .filter(({ source, due }) => !undone.has(`${source} ${due}`))
      .filter(
        ({ source, due, kind }) =>
          !(printed.get(source) ?? []).some((date) => date.kind === kinds[kind] && date.due.startsWith(due)),
      );
    expect(missed).toEqual([]);
  });

  test('dates that a sentence takes back are not read from it', () => {
    for (const row of undone) {
      const [source, due] = row.split(' ');
      const [year, month, day] = due!.split('-').map(Number);
      const entries = bySource
        .get(source!)!
        .filter(({ text }) => text.includes(`${month}/${day}/${year} is stricken`));
      expect(entries).not.toEqual([]);
      for (const { text } of entries)
        expect(readPrintedDates(text).filter((date) => date.due.startsWith(due!))).toEqual([]);
    }
  });

  test('answers printed beside a day of service carry that day', () => {
    const missed = rows()
      .filter(({ kind }) => kind === 'served-answer due' || kind === 'waiver sent-answer due')
      .filter(
        ({ source, due, from }) =>
          !printed
            .get(source)!
            .some((date) => date.due === due && date.trigger?.at === from && date.party !== ''),
      );
    expect(missed).toEqual([]);
  });

  test('every entry is read without failing, each quote stands in its text, and each event is a known one', () => {
    let entries = 0;
    for (const entry of [...bySource.values()].flat()) {
      entries += 1;
      for (const { quote, start, end } of readPrintedDates(entry.text))
        expect(entry.text.slice(start, end)).toBe(quote);
      for (const { event, quote } of readEvents({ ...entry, role: roleOf(entry) })) {
        expect(TriggerEvent.safeParse(event).success).toBe(true);
        expect(quote).not.toBe('');
      }
    }
    expect(entries).toBeGreaterThan(3_000);
  });
});
