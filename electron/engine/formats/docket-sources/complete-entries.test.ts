import { expect, test } from 'vitest';
import type { ParsedEntry } from '../../../../shared/model/docket.ts';
import { blankEntry, blankHeader } from '../../../../shared/domain/docket/blank.ts';
import { completeEntries } from './complete-entries.ts';

function complete(...entries: Partial<ParsedEntry>[]): ParsedEntry[] {
  return completeEntries({
    header: blankHeader(),
    parties: [],
    entries: entries.map(blankEntry),
    isComplete: true,
  }).entries;
}

const motion =
  'SEALED MOTION for TRO re 1 Complaint by Fairwater LLC. (Attachments: # 1 Exhibit A, # 2 Proposed Order)(Rees, Ann) (Entered: 02/03/2026)';

test('what the text says goes beside it, and the text stays whole', () => {
  const [lead] = complete({ number: 3, filedOn: '2026-02-02', text: motion });
  expect(lead).toMatchObject({
    text: motion,
    filedOn: '2026-02-02',
    enteredOn: '2026-02-03',
    filer: 'Fairwater LLC',
    attorney: 'Rees, Ann',
    isSealed: true,
    isRestricted: null,
    isTextOnly: false,
    links: [{ number: 1, attachment: null }],
  });
});

test('each listed attachment becomes a row behind its lead document', () => {
  const entries = complete({ number: 3, filedOn: '2026-02-02', text: motion }, { number: 4, text: 'NOTICE' });
  expect(entries.map(({ number, attachment, text }) => [number, attachment, text])).toEqual([
    [3, null, motion],
    [3, 1, 'Exhibit A'],
    [3, 2, 'Proposed Order'],
    [4, null, 'NOTICE'],
  ]);
  expect(entries[1]).toMatchObject({ filedOn: '2026-02-02', enteredOn: '2026-02-03', documentUrl: null });
});

test('an attachment the source lists itself is completed, not repeated', () => {
  const entries = complete(
    { number: 3, text: motion },
    { number: 3, attachment: 2, documentId: '0501' },
    { number: 3, attachment: 3, text: 'Map' },
  );
  expect(entries.map(({ attachment, text, documentId }) => [attachment, text, documentId])).toEqual([
    [null, motion, null],
    [1, 'Exhibit A', null],
    [2, 'Proposed Order', '0501'],
    [3, 'Map', null],
  ]);
});

test('an attachment is filed by who filed its lead document, whether the source lists it or not', () => {
  const entries = complete({ number: 3, text: motion }, { number: 3, attachment: 2, documentId: '0501' });
  expect(entries.map(({ filer, attorney }) => [filer, attorney])).toEqual(
    [1, 2, 3].map(() => ['Fairwater LLC', 'Rees, Ann']),
  );
});

test('what the source gave is not replaced', () => {
  const given = {
    number: 3,
    enteredOn: '2026-02-09',
    filer: 'Northgate Hosting, Inc.',
    attorney: 'Birch, Ida',
    feeNote: 'Fee paid',
    isSealed: false,
    text: motion,
  };
  expect(complete(given)[0]).toMatchObject(given);
});

test('a document that the court lists twice has its attachments once', () => {
  const entries = complete({ number: 3, text: motion }, { number: 3, text: motion });
  expect(entries.map(({ attachment }) => attachment)).toEqual([null, 1, 2, null]);
});

const ofOthers = motion.replace('Fairwater LLC', 'Northgate Hosting, Inc.');
test.each<[string, Partial<ParsedEntry>, Partial<ParsedEntry>]>([
  ['ids', { documentId: '0500', text: motion }, { documentId: '0600', text: ofOthers }],
  ['days', { filedOn: '2026-02-02', text: motion }, { filedOn: '2026-02-05', text: ofOthers }],
  ['lists', { text: motion }, { text: ofOthers.replace('Order)', 'Order, # 3 Map)') }],
])('documents told apart by %s have attachments of their own, whatever their number', (_by, one, other) => {
  const entries = complete(
    { number: 3, ...one },
    { number: 3, attachment: 1, documentId: '0501' },
    { number: 3, ...other },
    { number: 3, attachment: 1, documentId: '0601' },
  );
  const attachments = entries.filter(({ attachment }) => attachment === 1 || attachment === 2);
  expect(attachments.map(({ text, filer }) => [text, filer])).toEqual([
    ['Exhibit A', 'Fairwater LLC'],
    ['Proposed Order', 'Fairwater LLC'],
    ['Exhibit A', 'Northgate Hosting, Inc.'],
    ['Proposed Order', 'Northgate Hosting, Inc.'],
  ]);
});

test('an entry without a number is text only and has no attachment rows; its text keeps their list', () => {
  const text = 'MINUTE ENTRY: hearing held. (Attachments: # 1 Exhibit list)';
  expect(complete({ text })).toMatchObject([{ text, isTextOnly: true }]);
});

test('a numbered entry is text only where its text says so and the source has no document of it', () => {
  const text = 'MINUTE ENTRY: hearing held. (no document attached)';
  expect(complete({ number: 8, text })[0]!.isTextOnly).toBe(true);
  expect(complete({ number: 8, text, documentUrl: 'https://ecf.example/doc1/0501' })[0]!.isTextOnly).toBe(
    false,
  );
  expect(complete({ number: 8, text: 'MOTION' })[0]!.isTextOnly).toBe(false);
});

test('a minute entry is no text-only entry where the source does not show which entries have a document', () => {
  const minutes = { number: 5, text: 'MINUTE ENTRY: hearing held' };
  const order = { number: 6, text: 'TEXT ORDER granting 4 Motion' };
  const ofText = (...entries: Partial<ParsedEntry>[]) =>
    complete(...entries).map((entry) => entry.isTextOnly);
  expect(ofText(minutes, order)).toEqual([false, true]);
  expect(ofText(minutes, order, { number: 4, pageCount: 2, text: 'MINUTES' })).toEqual([true, true, false]);
});

test('where a court numbers no documents, an entry without a number may have one', () => {
  const docket = {
    header: blankHeader(),
    parties: [],
    entries: [blankEntry({ text: 'BRIEF filed.' })],
    isComplete: false,
  };
  expect(completeEntries(docket, { isNumbered: false }).entries[0]!.isTextOnly).toBe(false);
});

test('an entry has no link to itself', () => {
  expect(
    complete({ number: 25, text: 'ORDER granting 2 Motion. (Main Document 25 replaced on 5/21/2015)' })[0]!
      .links,
  ).toEqual([{ number: 2, attachment: null }]);
});
