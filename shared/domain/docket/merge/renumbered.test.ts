import { describe, expect, test } from 'vitest';
import type { DocketSourceKind, ParsedEntry } from '../../../model/docket.ts';
import { blankEntry as entry, blankHeader } from '../blank.ts';
import { mergeSources, type MergedDocket } from './merge.ts';
import { madeAt, type MergeSource } from './rows.ts';

const source = (kind: DocketSourceKind, entries: ParsedEntry[]): MergeSource => ({
  id: entries.map(({ text }) => text).join(),
  kind,
  isComplete: kind === 'docket_sheet',
  header: blankHeader({ number: '2:21-cv-00099-ABC' }),
  parties: [],
  madeAt: madeAt(null, entries),
  entries,
});

const numbers = ({ entries }: MergedDocket) =>
  entries.map(
    ({ entry: { number, attachment } }) => `${number}${attachment === null ? '' : `-${attachment}`}`,
  );

describe('a document that the court gave another number', () => {
  const motion = {
    text: 'MOTION for TRO by Fairwater LLC (Orne, Tilda)',
    documentId: '19700100',
    sequence: 55,
  };
  const order = { text: 'ORDER denying application. (ab)', documentId: '19700200', sequence: 57 };
  const day = { filedOn: '2021-01-14', enteredOn: '2021-01-14' };
  const notice = source('notice', [
    entry({ ...motion, ...day, number: 17, enteredAt: '2021-01-14T15:20', filer: 'Fairwater LLC' }),
    entry({ number: 17, attachment: 1, text: 'Exhibit A' }),
  ]);

  test('goes by it, with its attachments, and lends nothing to the one that has its former number', () => {
    const sheet = source('docket_sheet', [
      entry({ ...order, ...day, number: 17 }),
      entry({ ...motion, ...day, number: 18 }),
    ]);
    for (const sources of [
      [notice, sheet],
      [sheet, notice],
    ]) {
      const merged = mergeSources(sources, {});
      expect(numbers(merged)).toEqual(['17', '18', '18-1']);
      expect(merged.entries[0]!.entry).toMatchObject({ text: order.text, filer: '', enteredAt: null });
      expect(merged.entries[1]!.entry).toMatchObject({ text: motion.text, enteredAt: '2021-01-14T15:20' });
      expect(merged.warnings).toMatchObject([{ message: expect.stringContaining('numbers: 17, 18') }]);
    }
  });

  test('is kept beside the other where two notices give them one number', () => {
    const other = source('notice', [entry({ ...order, ...day, number: 17, enteredAt: '2021-01-14T18:00' })]);
    const { entries, warnings } = mergeSources([notice, other], {});
    expect(entries.map(({ entry: { number, text, filer } }) => [number, text, filer])).toEqual([
      [17, motion.text, 'Fairwater LLC'],
      [17, order.text, ''],
      [17, 'Exhibit A', ''],
    ]);
    expect(warnings).toMatchObject([{ code: 'DOCKET_NUMBER_REPEATED' }]);
  });

  test('is told where the number alone speaks for it, and its words do not', () => {
    const { documentId: _id, sequence: _sequence, ...copied } = order;
    const csv = source('csv', [
      entry({ ...copied, ...day, number: 17, text: 'ORDER denying the application in its entirety. (ab)' }),
    ]);
    expect(mergeSources([notice, csv], {}).warnings).toMatchObject([
      { message: expect.stringContaining('little in common') },
    ]);
    const modified = source('csv', [
      entry({ ...day, number: 17, text: `${motion.text} Modified on 1/15/2021 (ab)` }),
    ]);
    expect(mergeSources([notice, modified], {}).warnings).toEqual([]);
  });

  test('is the same where only its file was replaced, or its event counted anew', () => {
    const replaced = source('docket_sheet', [
      entry({ ...motion, ...day, number: 17, documentId: '19700300' }),
    ]);
    expect(mergeSources([notice, replaced], {}).entries).toHaveLength(2);
  });
});
