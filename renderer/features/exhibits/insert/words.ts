import { formatCount, formatNumber } from '../../../client/index.ts';

/** Choosing evidence for a set. */
export const pickWords = {
  addTitle: (set: string) => `Add evidence to “${set}”`,
  insertTitle: (label: string) => `Insert evidence after ${label}`,
  partTitle: (label: string) => `Add evidence as a part of ${label}`,
  filter: 'Filter evidence',
  list: 'Evidence',
  already: (label: string) => `Already ${label}`,
  /** Beside their number, which is in a column of its own. */
  pages: (count: number) => (count === 1 ? 'page' : 'pages'),
  noneChosen: 'Choose items in the order they should appear.',
  /**
   * What adding would do, in a sentence.
   *
   * @param labels those of the new exhibits, in order
   * @param moved how many others get another label
   */
  planned: (labels: readonly string[], moved: number) => {
    const isOne = labels.length === 1;
    const range = isOne ? labels[0] : `${labels[0]} to ${labels.at(-1)}`;
    return (
      `New ${isOne ? 'label' : 'labels'}: ${range}.` +
      (moved === 0 ? '' : ` ${formatCount(moved, 'other exhibit gets', 'other exhibits get')} another label.`)
    );
  },
  add: (count: number) => (count === 0 ? 'Add exhibits' : `Add ${formatCount(count, 'exhibit')}`),
  nothingFound: 'No evidence matches.',
  noEvidence: 'There is no evidence in this matter yet. Add files in the Evidence area first.',
  more: (count: number) => `${formatNumber(count)} more. Type to narrow the list.`,
  toSetTitle: (count: number) => `Add ${formatCount(count, 'item')} to an exhibit set`,
  set: 'Exhibit set',
  newSet: 'New set…',
  added: (count: string, set: string) => `Added ${count} to “${set}”`,
} as const;

/** Where new exhibits go. */
export const placeWords = {
  place: 'Place',
  atEnd: 'At the end',
  after: (label: string, title: string) => `After ${label} · ${title}`,
  how: 'New labels',
  ways: {
    between: {
      label: 'In between',
      description: 'Every other exhibit keeps its label and its Bates numbers.',
    },
    sub: { label: 'Parts of it', description: 'Such as A-1 and A-2, which come under their exhibit.' },
    push: {
      label: 'Relabel the later ones',
      description: 'Each moves on by one or more; papers that cite them must be corrected.',
    },
  },
  pushSealed: 'Labels of a sealed set never change, so later ones cannot be relabeled.',
  planTitle: 'Was and now',
  new: 'new',
  kept: (count: number) =>
    `${formatCount(count, 'other exhibit keeps its', 'other exhibits keep their')} label.`,
  was: 'Was',
  now: 'Now',
  title: 'Title',
  affectedTitle: (count: number) =>
    `${formatCount(count, 'citation would', 'citations would')} no longer be right`,
  affectedNone:
    'No checked brief in evidence cites what changes. Citations in a brief chosen as a PDF file are not kept: check it again afterwards.',
  lostTitle: (count: number) => `${formatCount(count, 'citation', 'citations')} would lead nowhere`,
  lostNone:
    'No checked brief in evidence cites what would be removed. Citations in a brief chosen as a PDF file are not kept: check it again afterwards.',
  affected: (brief: string, page: number) => `${brief}, p. ${page}`,
  shouldSay: 'should say',
  cites: 'cites',
} as const;

/** Reserving, assigning, withdrawing. */
export const keepWords = {
  reserveTitle: 'Reserve labels',
  reserveBody: 'A reserved label is held for a future exhibit. Evidence is put behind it later.',
  count: 'How many',
  note: 'Reserved for',
  notePlaceholder: 'Declaration of a custodian, to be signed',
  reserve: (count: number) => `Reserve ${formatCount(count, 'label')}`,
  reserved: (labels: string) => `Reserved ${labels}`,
  assignTitle: (label: string) => `Evidence for Exhibit ${label}`,
  assign: 'Put behind this label',
  assigned: (label: string) => `Put evidence behind Exhibit ${label}`,
  withdrawTitle: (exhibits: string) => `Withdraw ${exhibits}?`,
  withdrawBody:
    'Withdrawn exhibits keep their labels, so that nothing else takes them. Their pages are left out of the binder.',
  /** @param ranges numbers that become void, such as “AMZ000001–AMZ000004, AMZ000009” */
  withdrawNumbers: (ranges: string) =>
    `Bates numbers that a build gave them become void for good, even if this is undone: ${ranges}. Pages that are also in another exhibit keep their numbers.`,
  reason: 'Reason',
  reasonNeeded: 'Say why, for anyone who asks later.',
  withdraw: 'Withdraw',
  withdrawn: (count: string, makesVoid: boolean) =>
    makesVoid
      ? `Withdrew ${count}. Void Bates numbers stay void, even if this is undone.`
      : `Withdrew ${count}`,
} as const;

/** Labels in the past. */
export const historyWords = {
  title: 'History of labels',
  empty: 'No label of this set has changed yet.',
  at: (when: string, by: string) => (by === '' ? when : `${when} · ${by}`),
  zone: (zone: string) => `Times are ${zone}.`,
} as const;
