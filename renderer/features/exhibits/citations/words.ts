import type { CitationReport } from '../../../../shared/model/exhibits.ts';
import { formatCount } from '../../../client/index.ts';

/** Citations of exhibits in briefs. */
export const citationWords = {
  view: 'Citations of the exhibits',
  brief: 'Brief',
  file: (name: string) => `${name} (a file)`,
  checkedAt: (name: string, at: string) => `${name}, checked ${at}`,
  checkEvidence: 'Check a brief from evidence…',
  checkFile: 'Check a PDF…',
  again: 'Check again',
  check: 'Check citations',
  pickTitle: 'Check the citations of a brief',
  emptyTitle: 'No brief checked yet',
  emptyBody:
    'Choose the brief that cites these exhibits. Each citation is held against the set: exhibits that are absent, pages out of range, exhibits never cited.',
  shown: 'Citations shown',
  filters: {
    all: 'All',
    wrong: 'Need a look',
    absent: 'Not in the set',
    outOfRange: 'Out of range',
    ambiguous: 'Ambiguous',
    found: 'Found',
  },
  absences: {
    withdrawn: 'Withdrawn',
    reserved: 'Only reserved',
    void: 'Void number',
  },
  absenceMeanings: {
    withdrawn: 'The exhibit was withdrawn: its label and its numbers lead to nothing.',
    reserved: 'The label is reserved for a future exhibit. Nothing is behind it yet.',
    void: 'The Bates number is void: no page bears it.',
  },
  meanings: {
    absent: 'No exhibit of this set has that label.',
    outOfRange: 'The exhibit is there, but it has no such page, paragraph or number.',
    ambiguous: 'The citation does not say whose declaration it means.',
    found: 'The exhibit and its page are there.',
  },
  result: ({ pages, citations, ofOthers }: Pick<CitationReport, 'pages' | 'citations' | 'ofOthers'>) => {
    const others = `${formatCount(ofOthers.length, 'citation')} of other papers’ exhibits`;
    return (
      `${formatCount(citations.length, 'citation')} on ${formatCount(pages, 'page')}.` +
      (ofOthers.length === 0 ? '' : ` ${others} ${ofOthers.length === 1 ? 'was' : 'were'} left out.`)
    );
  },
  outdated: 'Exhibits were added, withdrawn or taken out since this brief was checked. Check it again.',
  withoutText: (count: number, pages: string) =>
    `${count === 1 ? 'Page' : 'Pages'} ${pages} ${count === 1 ? 'has' : 'have'} no text, so nothing could be looked for there.`,
  list: (brief: string) => `Citations in ${brief}`,
  page: 'Page',
  text: 'Citation',
  exhibit: 'Exhibit',
  status: 'Result',
  openBrief: (page: number) => `Open the brief at page ${page}`,
  openExhibit: (label: string) => `Show Exhibit ${label}`,
  noExhibit: 'Show exhibit',
  noneTitle: 'No citation found',
  noneBody: (set: string) => `Nothing in this brief looks like a citation of an exhibit of “${set}”.`,
  noneShown: 'No citation of this kind',
  neverCited: (count: number) =>
    count === 0 ? 'Every exhibit is cited' : `${formatCount(count, 'exhibit')} never cited`,
} as const;
