import { describe, expect, test } from 'vitest';
import type { DocketChange, DocketVersion } from '../../../../../shared/model/docket.ts';
import {
  changesAnything,
  changesSummary,
  countChanges,
  fieldChanges,
  filtersOf,
  foldParts,
  passes,
  versionOf,
} from './changes.ts';

const version = (patch: Partial<DocketVersion> = {}): DocketVersion => ({
  number: 12,
  attachment: null,
  filedOn: '2026-03-02',
  enteredOn: '2026-03-02',
  text: 'MOTION to Compel by Fairwater LLC.',
  shortText: '',
  filer: 'Fairwater LLC',
  isSealed: false,
  isRestricted: null,
  documentUrl: null,
  pageCount: null,
  ...patch,
});
const change = (patch: Partial<DocketChange>): DocketChange => ({
  key: 'a',
  kind: 'changed',
  before: version(),
  after: version(),
  fields: [],
  sources: ['sheet.html'],
  ...patch,
});

describe('fieldChanges', () => {
  test('dates, numbers and marks are put in words, the text is left to the redline', () => {
    const { fields } = fieldChanges(
      change({
        fields: ['text', 'filedOn', 'attachment', 'isSealed', 'isRestricted', 'pageCount', 'filer'],
        after: version({
          filedOn: '2026-03-03',
          attachment: 2,
          isSealed: true,
          isRestricted: false,
          pageCount: 14,
          filer: '',
        }),
      }),
    );
    expect(fields).toEqual([
      { label: 'Filed', before: 'Mar 2, 2026', after: 'Mar 3, 2026' },
      { label: 'Number', before: '12', after: '12-2' },
      { label: 'Sealed', before: 'no', after: 'yes' },
      { label: 'Restricted', before: null, after: 'no' },
      { label: 'Pages', before: null, after: '14' },
      { label: 'Filed by', before: 'Fairwater LLC', after: null },
    ]);
  });

  test('a number and its attachment are one field', () => {
    const { fields } = fieldChanges(
      change({ fields: ['number', 'attachment'], after: version({ number: 13, attachment: 1 }) }),
    );
    expect(fields).toEqual([{ label: 'Number', before: '12', after: '13-1' }]);
  });

  test('a field the redline has no values of is named all the same', () => {
    expect(fieldChanges(change({ fields: ['attorney', 'somethingElse'] })).unnamed).toEqual([
      'attorney',
      'somethingelse',
    ]);
  });
});

test('an entry kept as a person wrote it is listed by what stays', () => {
  const mine = version({ text: 'Mine' });
  const courts = version({ text: 'The court’s' });
  expect(versionOf(change({ kind: 'kept', before: mine, after: courts }))).toBe(mine);
  expect(versionOf(change({ kind: 'changed', before: mine, after: courts }))).toBe(courts);
  expect(versionOf(change({ kind: 'gone', before: mine, after: null }))).toBe(mine);
});

describe('summary', () => {
  const changes = [
    change({ kind: 'added', before: null }),
    change({ kind: 'added', before: null }),
    change({ kind: 'gone', after: null }),
    change({ kind: 'kept' }),
  ];
  test('counts each kind', () => {
    expect(countChanges(changes)).toEqual({ added: 2, changed: 0, gone: 1, kept: 1 });
    expect(changesSummary(changes, 1_018)).toBe(
      '2 new entries, 1 no longer listed, 1 kept as you wrote it, 1,018 unchanged.',
    );
    expect(changesSummary([], 0)).toBe('No entry differs.');
  });

  test('what is only kept changes nothing, and a field of the matter alone does', () => {
    const preview = { planHash: '', sources: [], questions: [], warnings: [], unchanged: 3, newSources: 1 };
    expect(changesAnything({ ...preview, changes: [change({ kind: 'kept' })], matterFields: [] })).toBe(
      false,
    );
    expect(changesAnything({ ...preview, changes, matterFields: [] })).toBe(true);
    expect(
      changesAnything({ ...preview, changes: [], matterFields: [{ field: 'judge', value: 'R. Alder' }] }),
    ).toBe(true);
  });
});

describe('filters', () => {
  const texts = change({ fields: ['text', 'documentUrl'] });
  const links = change({ fields: ['documentUrl'] });
  const added = change({ kind: 'added', before: null });

  test('each kind there is, and changed texts apart from changed details', () => {
    expect(filtersOf([texts, links, added])).toEqual([
      { value: 'all', count: 3 },
      { value: 'added', count: 1 },
      { value: 'changed', count: 2 },
      { value: 'text', count: 1 },
    ]);
    expect([texts, links, added].map((each) => passes('text', each))).toEqual([true, false, false]);
  });

  test('none where they would all leave the same', () => {
    expect(filtersOf([texts, texts])).toEqual([]);
    expect(filtersOf([])).toEqual([]);
  });
});

describe('foldParts', () => {
  const words = (count: number, stem = 'w') =>
    Array.from({ length: count }, (_, at) => `${stem}${at}`).join(' ');

  test('a short redline stays whole', () => {
    const parts = [
      { kind: 'same', text: words(20) },
      { kind: 'gone', text: ' a' },
      { kind: 'new', text: ' b' },
    ] as const;
    expect(foldParts(parts)).toEqual({ parts, isFolded: false });
  });

  test('of long stretches that stayed, the words beside the changes remain', () => {
    const { parts, isFolded } = foldParts([
      { kind: 'same', text: words(100, 'before') },
      { kind: 'new', text: ' inserted' },
      { kind: 'same', text: ` ${words(100, 'after')}` },
    ]);
    expect(isFolded).toBe(true);
    expect(parts[0]!.text).toMatch(/^… before82 .* before99$/);
    expect(parts[2]!.text).toMatch(/^ after0 .* …$/);
  });

  test('a long text of one kind is cut at its end', () => {
    const { parts, isFolded } = foldParts([{ kind: 'new', text: words(500) }]);
    expect(isFolded).toBe(true);
    expect(parts[0]!.text.split(' ')).toHaveLength(161);
    expect(parts[0]!.text.endsWith(' …')).toBe(true);
  });
});
