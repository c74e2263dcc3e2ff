import type { ReviewQueue } from '../../../shared/model/review.ts';
import { formatCount, formatNumber } from '../../client/index.ts';

const oneOf = new Intl.ListFormat('en-US', { type: 'disjunction' });

/** Text of the review area that several parts share. */
export const words = {
  review: 'Review',
  items: 'Items in review',
  coding: 'Coding',
  clearSelection: 'Clear selection',
  item: 'Item',
  notReadYet: 'Not read yet',
  unnamed: 'Unnamed person',
  position: (at: number, of: number) => `Item ${formatNumber(at)} of ${formatNumber(of)}`,
  count: (count: number, selected: number) =>
    selected > 1
      ? `${formatCount(count, 'item')}, ${formatNumber(selected)} selected`
      : formatCount(count, 'item'),
  leftHere: (done: number) => `${formatNumber(done)} no longer in this queue`,
  dropLeft: (done: number) => `Remove ${done === 1 ? 'it' : 'them'} from the list`,
  noItemsTitle: 'Nothing to review yet',
  noItemsBody: 'Evidence that is added to the matter can be read and coded here.',
  goToEvidence: 'Go to evidence',
  more: 'More',
  privilegeLog: 'Privilege log…',
  makeCopy: 'Make review copy…',
  mergeCopy: 'Merge review copy…',
  copies: 'Review copies…',
} as const;

/** What the queues are called, and the words for one that is empty. */
export const queueWords = {
  width: 'Width of the queues',
  queues: 'Queues',
  queue: 'Queue',
  byIssue: 'By issue',
  names: {
    unread: 'Unread',
    flagged: 'Flagged',
    uncoded: 'Uncoded',
    hot: 'Hot',
    privileged: 'Privileged',
    conflicts: 'Conflicts',
    issue: 'Issue',
  } satisfies Record<ReviewQueue['kind'], string>,
  nameOf: (queue: Pick<ReviewQueue, 'kind' | 'name'>) =>
    queue.kind === 'issue' ? queue.name : queueWords.names[queue.kind],
  reviewed: (done: number, total: number) => `${formatNumber(done)} of ${formatNumber(total)} reviewed`,
  left: (total: number) => `${formatNumber(total)} to read`,
  toCode: (total: number) => `${formatNumber(total)} to code`,
  toSettle: (total: number) => `${formatNumber(total)} to settle`,
  progress: (name: string) => `${name}: reviewed`,
  empty: {
    unread: ['Everything has been read', 'Items that nobody has reviewed appear here.'],
    flagged: ['Nothing is flagged', 'Items flagged with F appear here, for a second look.'],
    uncoded: ['Everything is coded', 'Items with no coding decisions yet appear here.'],
    hot: ['Nothing is hot', 'Items coded as hot with H appear here.'],
    privileged: [
      'Nothing is withheld',
      'Items with a privilege appear here; they make up the privilege log.',
    ],
    conflicts: [
      'No conflicts',
      'Items that reviewers coded differently, and notes changed both here and in a review copy, appear here.',
    ],
    issue: ['No item has this issue', 'Items coded with this issue appear here.'],
  } satisfies Record<ReviewQueue['kind'], readonly [string, string]>,
} as const;

/** Words of relevance as reviewers say them. */
export const relevanceNames = ['Not relevant', 'Somewhat', 'Relevant', 'Hot'] as const;

/** Text of the coding panel. */
export const codingWords = {
  responsive: 'Responsive',
  notResponsive: 'Not responsive',
  relevance: 'Relevance',
  privilege: 'Privilege',
  choosePrivilege: 'Choose privilege',
  privilegeNote: 'What is withheld, for the privilege log',
  privilegeNoteHelp: 'Describe it without revealing what is privileged.',
  privilegeNoteNeeded: 'The log needs a description of what is withheld.',
  issues: 'Issues',
  noIssues: 'The matter has no issue codes yet. They are made in Evidence, under Tags and Issues.',
  state: 'State',
  reviewed: 'Reviewed',
  flagged: 'Flagged',
  clearOf: (what: string) => `Clear ${what.toLowerCase()}`,
  undecided: 'Not decided',
  next: 'Next',
  previous: 'Previous',
  read: 'Read',
  /** @param keys of what goes on; one that was left without a key is empty */
  advances: (keys: readonly string[]) => {
    const held = keys.filter((key) => key !== '');
    return held.length === 0 ? 'Advance after coding' : `Advance after ${oneOf.format(held)}`;
  },
  advancesHelp: 'Responsive, Not responsive and Reviewed move to the next item',
  atEnd: 'This is the last item of the queue.',
  atStart: 'This is the first item of the queue.',
  nothingChosen: 'Choose an item to read and code it.',
  who: 'Decided by',
  nobody: 'Nobody has coded it yet.',
  fromCopy: (name: string | undefined) =>
    name === undefined ? 'in a review copy' : `in review copy “${name}”`,
  differ: 'Reviewers differ',
  settle: 'Settle…',
  pages: (pages: number) => formatCount(pages, 'page'),
  readOnly: 'This matter is open read-only: items can be read here, not coded.',
  several: (count: number) => `${formatCount(count, 'item')} selected`,
  severalBody: 'Decide for all of them at once. What would change is shown before anything does.',
  codeSeveral: (count: number) => `Code ${formatCount(count, 'item')}…`,
  hint: 'Keys work wherever the focus is in this area, except while typing.',
} as const;

/** The message for a step of coding that was done. */
export const doneWords = {
  coded: (what: string, of: string) => `${what}: ${of}`,
  cleared: (what: string) => `${what} cleared`,
  privilegeNote: 'Privilege description changed',
  issueAdded: (name: string) => `Issue “${name}” added`,
  issueRemoved: (name: string) => `Issue “${name}” removed`,
  reviewed: 'Reviewed',
  notReviewed: 'Not reviewed',
  flagged: 'Flagged',
  notFlagged: 'Flag removed',
  coding: 'Coded',
  title: (title: string) => `“${title}”`,
  items: (count: number) => formatCount(count, 'item'),
} as const;

/** Text of the dialog that codes many items. */
export const bulkWords = {
  title: (count: number) => `Code ${formatCount(count, 'item')}`,
  leave: 'Leave as it is',
  clear: 'Clear',
  add: 'Add',
  remove: 'Remove',
  note: 'Description for the privilege log',
  noteHelp: 'If this is left empty, the descriptions stay as they are.',
  isReviewed: 'Mark as reviewed',
  preview: 'What would change',
  nothingChosen: 'Nothing is decided yet. Choose what to decide above.',
  reading: 'Reading what would change…',
  none: (items: number) =>
    `Nothing would change: all ${formatCount(items, 'item')} have these codes already.`,
  changed: (changed: number, items: number) =>
    `${formatNumber(changed)} of ${formatCount(items, 'item')} would change.`,
  field: 'Field',
  filled: 'Would get a value',
  replaced: 'Would replace another value',
  replacing: (count: number) =>
    `${formatCount(count, 'decision')} made earlier would be replaced. Undo brings them back.`,
  apply: (count: number) => `Code ${formatCount(count, 'item')}`,
} as const;
