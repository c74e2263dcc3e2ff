import { describe, expect, it } from 'vitest';
import type { EvidenceItem } from '../../../shared/model/evidence.ts';
import { evidenceBadges, filterEvidence, sortEvidence, splitExhibitLabel } from './evidence-list.ts';

function item(fields: Partial<EvidenceItem>): EvidenceItem {
  return {
    id: `id-${fields.title ?? ''}` as EvidenceItem['id'],
    sha256: 'a'.repeat(64),
    kind: 'pdf',
    title: 'Letter',
    originalName: 'letter.pdf',
    sizeBytes: 1_000,
    pages: 1,
    custodian: '',
    source: '',
    receivedAt: '2021-01-11T17:00:00.000Z',
    hasText: true,
    needsOcr: false,
    isArchived: false,
    problems: [],
    exhibitLabels: [],
    docketNumbers: [],
    ...fields,
  };
}

const titles = (items: readonly EvidenceItem[]) => items.map(({ title }) => title);

describe('filtering evidence', () => {
  const letter = item({ title: 'Suspension letter', custodian: 'A. Executive', docketNumbers: ['2-3'] });
  const table = item({ title: 'Posts table', kind: 'png', exhibitLabels: ['TRO exhibits: C'] });
  const broken = item({
    title: 'Server log',
    problems: [{ code: 'EVIDENCE_DAMAGED', message: 'The file is damaged.' }],
  });
  const all = [letter, table, broken];

  it('keeps everything when the filter is empty or only blanks', () => {
    expect(filterEvidence(all, '  ')).toEqual(all);
  });

  it('asks for every word, in any place and any case', () => {
    expect(filterEvidence(all, 'LETTER executive')).toEqual([letter]);
    expect(filterEvidence(all, 'letter nobody')).toEqual([]);
  });

  it('finds items by exhibit, docket number, kind and problem', () => {
    expect(filterEvidence(all, 'exhibit c')).toEqual([table]);
    expect(filterEvidence(all, 'dkt. 2-3')).toEqual([letter]);
    expect(filterEvidence(all, 'png')).toEqual([table]);
    expect(filterEvidence(all, 'damaged')).toEqual([broken]);
  });
});

describe('sorting evidence', () => {
  it('puts numbers inside titles in counting order', () => {
    const items = ['Post 10', 'Post 9', 'post 1'].map((title) => item({ title }));
    expect(titles(sortEvidence(items, { column: 'title', isDescending: false }))).toEqual([
      'post 1',
      'Post 9',
      'Post 10',
    ]);
  });

  it('leaves unknown page counts last in both directions', () => {
    const items = [
      item({ title: 'unknown', pages: null }),
      item({ title: 'long', pages: 90 }),
      item({ title: 'short', pages: 2 }),
    ];
    expect(titles(sortEvidence(items, { column: 'pages', isDescending: false }))).toEqual([
      'short',
      'long',
      'unknown',
    ]);
    expect(titles(sortEvidence(items, { column: 'pages', isDescending: true }))).toEqual([
      'long',
      'short',
      'unknown',
    ]);
  });

  it('does not change the list it was given', () => {
    const items = [item({ title: 'b' }), item({ title: 'a' })];
    sortEvidence(items, { column: 'title', isDescending: false });
    expect(titles(items)).toEqual(['b', 'a']);
  });
});

describe('badges', () => {
  it('say what an item is used as before what is wrong with it', () => {
    const badges = evidenceBadges(
      item({
        exhibitLabels: ['TRO exhibits: C'],
        docketNumbers: ['2-3'],
        problems: [
          { code: 'EVIDENCE_ENCRYPTED', message: '' },
          { code: 'EVIDENCE_NO_TEXT', message: '' },
        ],
        isArchived: true,
      }),
    );
    expect(badges.map(({ text }) => text)).toEqual(['Exhibit C', 'Dkt. 2-3', 'Password +1', 'Archived']);
  });

  it('take a label off a set name that itself holds a colon', () => {
    expect(splitExhibitLabel('Reply: second round: C-1')).toEqual({
      set: 'Reply: second round',
      label: 'C-1',
    });
  });
});
