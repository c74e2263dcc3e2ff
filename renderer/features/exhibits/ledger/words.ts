import { formatCount, formatNumber } from '../../../client/index.ts';

/** The ledger of Bates numbers. */
export const ledgerWords = {
  prefix: 'Prefix',
  nextFree: 'Next free number',
  noneLeft: 'none left',
  party: 'Party',
  noParty: 'Whose numbers these are',
  partySet: (prefix: string) => `Said whose numbers ${prefix} are`,
  numbers: 'Numbers',
  state: 'State',
  /** Labels may have been different when the numbers were given. */
  exhibit: 'Exhibit now',
  exhibitOf: (label: string, set: string) => `Exhibit ${label} of “${set}”, as it is labeled now`,
  item: 'Evidence',
  elsewhere: 'Used elsewhere',
  pages: 'Pages',
  reason: 'Reason',
  emptyTitle: 'No Bates numbers given yet',
  emptyBody:
    'Numbers appear here once a set with Bates numbers is built. A number is never given twice. Numbers used elsewhere can be entered, so that nothing here takes them.',
  acts: {
    void: {
      button: 'Make void…',
      refused: 'Only for numbers reserved or used',
      title: 'Make Bates numbers void?',
      body: 'A void number is never given again, and pages that bear it take new numbers. This cannot be undone; the reason stays in the ledger.',
      confirm: 'Make void for good',
      done: (numbers: string) => `Made ${numbers} void`,
    },
    takeBack: {
      button: 'Take back…',
      refused: 'Only for imported numbers',
      title: 'Take imported numbers back?',
      body: 'For numbers that were imported by mistake. They leave the ledger and may be given here; where they were used after all, two pages would bear one number. The reason stays in the matter.',
      confirm: 'Take back',
      done: (numbers: string) => `Took back ${numbers}`,
    },
  },
  within: (range: string) => `All or a part of ${range}.`,
  import: 'Import numbers…',
  importTitle: 'Import Bates numbers used elsewhere',
  importBody: 'Paste ranges that were used before or by others, so that nothing here takes them.',
  importRanges: 'Ranges',
  importHelp: 'One per line, such as FWR000001-FWR000500, or rows of a table with first, last and a note.',
  importTooMany: 'At most 10,000 ranges at once.',
  importNote: 'Note for those without one',
  importNotePlaceholder: 'First production',
  importNoteHelp: 'Where the numbers were used.',
  importRead: 'Ranges as they were read',
  importMore: (count: number) => `${formatNumber(count)} more`,
  /** @param lines those without a number, as they were pasted */
  importPassedOver: (lines: readonly string[]) =>
    `${formatCount(lines.length, 'line')} passed over, without a number: ` +
    `${lines
      .slice(0, 3)
      .map((line) => `“${line.trim().slice(0, 60)}”`)
      .join(', ')}${lines.length > 3 ? '…' : ''}`,
  importCount: (count: number) => (count === 0 ? 'Import ranges' : `Import ${formatCount(count, 'range')}`),
  imported: (count: string) => `Imported ${count}`,
} as const;
