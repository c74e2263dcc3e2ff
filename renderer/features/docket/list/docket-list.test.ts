import { describe, expect, it } from 'vitest';
import { isFiledBy } from '../../../../shared/domain/docket/filters.ts';
import { sortEntries } from '../../../../shared/domain/docket/sort-entries.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { entryColumns } from './columns.tsx';
import { applySavedFilter, listFilterChoices, partyFilter, partyOf } from './filter-choices.ts';

const entry = (id: string, fields: Partial<DocketEntry> = {}) =>
  ({
    id,
    number: null,
    attachment: null,
    text: '',
    filer: '',
    filedOn: null,
    isOpenMotion: null,
    isUnread: false,
    evidenceId: null,
    isTextOnly: false,
    isSealed: false,
    isRestricted: false,
    isGone: false,
    ...fields,
  }) as unknown as DocketEntry;
const idsOf = (entries: readonly DocketEntry[]) => entries.map(({ id }) => id);

const docket = [
  entry('motion', { filer: 'Fairwater LLC', isOpenMotion: true, text: 'MOTION', filedOn: '2021-01-12' }),
  entry('minute', { isTextOnly: true, text: 'Minute order', filedOn: '2021-01-11' }),
  entry('joint', { filer: 'Fairwater LLC, Northgate Hosting, Inc.', text: 'Élan report' }),
  entry('sealed', {
    filer: 'Northgate Hosting, Inc.',
    isSealed: true,
    text: 'answer',
    filedOn: '2021-01-11',
  }),
];

describe('the filters kept ready', () => {
  it('show what they are called', () => {
    expect(idsOf(applySavedFilter(docket, 'openMotions'))).toEqual(['motion']);
    expect(idsOf(applySavedFilter(docket, 'textOnly'))).toEqual(['minute']);
    expect(idsOf(applySavedFilter(docket, 'withoutDocument'))).toEqual(['motion', 'joint', 'sealed']);
    expect(idsOf(applySavedFilter(docket, partyFilter('Fairwater LLC')))).toEqual(['motion', 'joint']);
    expect(applySavedFilter(docket, 'of a later version')).toBe(docket);
  });

  it('tell parties apart whose names begin or end alike', () => {
    const filed = (filer: string, party: string) => isFiledBy({ filer }, party);
    expect(filed('Fairwater LLC, Ida Birch and Birch & Sons', 'Ida Birch')).toBe(true);
    expect(filed('Fairwater LLC, Ida Birch and Birch & Sons', 'Birch & Sons')).toBe(true);
    expect(filed('FAIRWATER LLC', 'Fairwater LLC')).toBe(true);
    expect(filed('Ida Birchwood', 'Ida Birch')).toBe(false);
    expect(filed('New Fairwater LLC', 'Fairwater LLC')).toBe(false);
    expect(filed('', 'Fairwater LLC')).toBe(false);
    expect(filed('Fairwater LLC', '')).toBe(false);
  });

  it('are offered with their counts where they find something, and one for each party', () => {
    const choices = listFilterChoices(docket, ['Fairwater LLC', 'Northgate Hosting, Inc.', 'Nobody'], 'all');
    expect(choices.map(({ label, count }) => `${label} ${count}`)).toEqual([
      'All entries 4',
      'Open motions 1',
      'Without document 3',
      'Text only 1',
      'Sealed or restricted 1',
      'By Fairwater LLC 2',
      'By Northgate Hosting, Inc. 2',
    ]);
  });

  it('keep the chosen one on offer when it finds nothing any more', () => {
    expect(listFilterChoices(docket, [], 'gone').at(-1)).toMatchObject({ value: 'gone', count: 0 });
    const party = partyFilter('Someone Else');
    expect(listFilterChoices(docket, [], party).at(-1)).toMatchObject({ value: party, count: 0 });
    expect(partyOf(party)).toBe('Someone Else');
    expect(partyOf('gone')).toBeNull();
  });
});

describe('the order of the list', () => {
  it('is the docket’s own, either way', () => {
    expect(sortEntries(docket, { column: 'docket', isDescending: false })).toBe(docket);
    expect(idsOf(sortEntries(docket, { column: 'docket', isDescending: true }))).toEqual(
      idsOf(docket).toReversed(),
    );
  });

  it('puts what has no value last, either way, and keeps the docket’s order among equals', () => {
    expect(idsOf(sortEntries(docket, { column: 'filedOn', isDescending: false }))).toEqual([
      'minute',
      'sealed',
      'motion',
      'joint',
    ]);
    expect(idsOf(sortEntries(docket, { column: 'filedOn', isDescending: true }))).toEqual([
      'motion',
      'minute',
      'sealed',
      'joint',
    ]);
  });

  it('does not mind capitals and accents', () => {
    expect(idsOf(sortEntries(docket, { column: 'text', isDescending: false }))).toEqual([
      'sealed',
      'joint',
      'minute',
      'motion',
    ]);
  });
});

describe('columns of the list', () => {
  const scrollbar = 11;

  it('are those that fit, from the narrowest pane on, so that nothing is cut off at its side', () => {
    for (let width = 338; width <= 1_400; width += 1) {
      const least = entryColumns(width).reduce((sum, column) => sum + column.width, 0);
      expect(least + scrollbar, `in ${width} pixels`).toBeLessThanOrEqual(width);
    }
  });

  it('leave the text 200 pixels before any but number and day is shown', () => {
    for (let width = 338; width <= 1_400; width += 1) {
      const others = entryColumns(width).filter(({ id }) => id !== 'text');
      if (others.length === 2) continue;
      const left = others.reduce((rest, column) => rest - column.width, width - scrollbar);
      expect(left, `in ${width} pixels`).toBeGreaterThanOrEqual(200);
    }
  });
});
