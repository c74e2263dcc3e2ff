import { describe, expect, it } from 'vitest';
import type { DeadlineProposal } from '../../../../shared/model/deadlines.ts';
import { filterProposals, groupProposals } from './proposal-groups.ts';

function proposal(key: string, entryId: string, due: string, more: object = {}): DeadlineProposal {
  const deadline = { title: `Deadline ${key}`, entryId, rule: null, printed: null };
  return {
    key,
    due,
    computed: {},
    entryNumber: entryId,
    quote: '',
    isAdded: false,
    flags: [],
    ...more,
    deadline,
  } as never;
}
const past = proposal('a', '4', '2021-01-08');
const added = proposal('b', '4', '2021-01-20', { isAdded: true });
const coming = proposal('c', '9', '2021-01-15', { quote: 'answer due 1/15/2021' });
const later = proposal('d', '4', '2021-02-01');
const all = [past, coming, added, later];
const asked = { typed: '', showsAdded: false, showsPast: false, today: '2021-01-11' };

describe('proposals', () => {
  it('leave out what is past or already added until asked for', () => {
    expect(filterProposals(all, asked)).toEqual([coming, later]);
    expect(filterProposals(all, { ...asked, showsPast: true })).toEqual([past, coming, later]);
    expect(filterProposals(all, { ...asked, showsAdded: true })).toEqual([coming, added, later]);
  });

  it('show what was added and is spoken against since, until its day is past', () => {
    const flags = [{ code: 'DOUBTED', message: 'Entry 9 says “VACATED”.' }];
    const contested = proposal('e', '4', '2021-01-20', { isAdded: true, flags });
    const gone = proposal('f', '4', '2021-01-08', { isAdded: true, flags });
    expect(filterProposals([contested, gone], asked)).toEqual([contested]);
  });

  it('that a person must date first are never past', () => {
    const undated = proposal('e', '4', '2021-01-08', { computed: null });
    expect(filterProposals([undated, past], asked)).toEqual([undated]);
  });

  it('are found by the words they were read from', () => {
    expect(filterProposals(all, { ...asked, typed: 'ANSWER due' })).toEqual([coming]);
  });

  it('stand by their entry, the entry whose first date comes soonest first', () => {
    expect(
      groupProposals([coming, later, added]).map(({ key, proposals }) => [key, proposals.length]),
    ).toEqual([
      ['9', 1],
      ['4', 2],
    ]);
  });
});
