import { expect, test } from 'vitest';
import type { DocketEntry } from '../../model/docket.ts';
import { filterByWords, passesFilter } from './filters.ts';

const entry = {
  number: 12,
  attachment: null,
  text: 'MOTION for TRO',
  filer: 'José Núñez, Fairwater LLC',
  isOpenMotion: true,
  evidenceId: null,
  isUnread: false,
  isGone: false,
  isTextOnly: false,
} as DocketEntry;

test('each saved filter shows what its name says', () => {
  expect(passesFilter(entry, 'all')).toBe(true);
  expect(passesFilter(entry, 'openMotions')).toBe(true);
  expect(passesFilter({ ...entry, isOpenMotion: false }, 'openMotions')).toBe(false);
  expect(passesFilter(entry, 'withDocument')).toBe(false);
  expect(passesFilter(entry, 'withoutDocument')).toBe(true);
  expect(passesFilter({ ...entry, isTextOnly: true }, 'withoutDocument')).toBe(false);
  expect(passesFilter({ ...entry, isTextOnly: true }, 'textOnly')).toBe(true);
  expect(passesFilter({ ...entry, isUnread: true }, 'unread')).toBe(true);
  expect(passesFilter({ ...entry, isGone: true }, 'gone')).toBe(true);
  expect(passesFilter(entry, { party: 'FAIRWATER llc' })).toBe(true);
  expect(passesFilter(entry, { party: 'Northgate' })).toBe(false);
  expect(passesFilter(entry, { party: ' '.trim() })).toBe(false);
});

test('every word must occur, at the beginning of the number or anywhere in text or filer', () => {
  expect(filterByWords([entry], 'nunez motion')).toEqual([entry]);
  expect(filterByWords([entry], '1 tro')).toEqual([entry]);
  expect(filterByWords([entry], '2 order')).toEqual([]);
  const foreign = { ...entry, text: 'ΑΊΤΗΣΗ ΤΗΣ Straße GmbH, 임대차계약서' };
  expect(filterByWords([foreign], 'αίτησης')).toEqual([]);
  expect(filterByWords([foreign], 'αίτηση της strasse 계약서')).toEqual([foreign]);
  // What a feed gives until the text is known.
  const fed = { ...entry, text: '', shortText: 'Order on Motion for TRO' };
  expect(filterByWords([fed], 'order tro')).toEqual([fed]);
  expect(filterByWords([entry], '  ')).toEqual([entry]);
});

test('an entry that was edited is looked at anew', () => {
  filterByWords([entry], 'order');
  expect(filterByWords([{ ...entry, text: 'ORDER' }], 'order')).toHaveLength(1);
});
