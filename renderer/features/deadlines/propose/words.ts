import { formatCount } from '../../../client/index.ts';

/** The dialog that takes deadlines from the docket. */
export const proposeWords = {
  title: 'Deadlines from docket',
  intro:
    'What the docket’s filings, services and orders start, and the dates the clerk printed. Check what belongs in the matter; the usual ones that are still to come are checked.',
  filter: 'Filter proposals',
  tickShown: 'Check all shown',
  untickAll: 'Uncheck all',
  showAdded: 'Show those already added',
  showPast: 'Show past dates',
  list: 'Proposed deadlines',
  reading: 'Reading the docket for deadlines…',
  emptyTitle: 'Nothing to propose',
  emptyText: 'No entry starts a period that a rule in force here counts, and the clerk printed no date.',
  hiddenText: 'All that the docket gives is past or already in the matter.',
  nothingFound: 'No proposal matches',
  entry: (number: string) => (number === '' ? 'Entry without a number' : `Entry ${number}`),
  printed: 'Printed by clerk',
  added: 'Already added',
  past: 'Past',
  service: (title: string) => `Served by, for ${title}`,
  quote: 'Printed:',
  readFrom: 'Read from:',
  more: (count: string) => `Show ${count} more`,
  undated: 'Give its date',
  tooMany: 'Add at most 1,000 at once.',
  add: (count: number) => (count === 0 ? 'Add deadlines' : `Add ${formatCount(count, 'deadline')}`),
  done: (count: string) => `Added ${count}`,
} as const;
