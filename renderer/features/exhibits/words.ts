import { capitalized } from '../../../shared/domain/capitalized.ts';
import type { BatesState, ExhibitSet, Treatment } from '../../../shared/model/exhibits.ts';
import { formatCount, formatNumber, formatSize } from '../../client/index.ts';

/** The list of exhibit sets. */
export const setWords = {
  sets: 'Exhibit sets',
  setsTab: 'Sets',
  ledger: 'Bates ledger',
  newSet: 'New exhibit set…',
  back: 'All exhibit sets',
  name: 'Name',
  exhibits: 'Exhibits',
  pages: 'Pages',
  purpose: 'Exhibits to',
  purposeOf: (purpose: ExhibitSet['purpose'], declarant: string) =>
    ({
      motion: 'Motion',
      declaration: declarant === '' ? 'Declaration' : `Decl. of ${declarant}`,
      hearing: 'Hearing or trial',
      other: 'Other',
    })[purpose],
  labels: 'Labels',
  bates: 'Bates',
  noBates: 'No Bates numbers',
  builtAt: 'Last built',
  never: 'Not yet',
  sealed: 'Sealed',
  open: 'Open',
  edit: 'Settings of the set',
  delete: 'Delete exhibit set',
  emptyTitle: 'No exhibit sets yet',
  emptyBody:
    'An exhibit set puts chosen evidence in order, gives each item its label and Bates numbers, and builds the binder you file.',
  emptyReadOnly: 'This matter is open read-only, so exhibit sets cannot be added here.',
  sealedAt: (at: string) => `Sealed ${at}.`,
} as const;

/** The dialog for a new set. */
export const formWords = {
  nameNeeded: (most: number) => `Give the set a name, up to ${most} characters.`,
  batesPrefixNeeded: 'Enter a prefix, such as FWR.',
  newTitle: 'New exhibit set',
  create: 'Create exhibit set',
  created: (name: string) => `Created the exhibit set “${name}”`,
  namePlaceholder: 'Exhibits to the TRO motion',
  bates: 'Stamp Bates numbers',
  batesPrefix: 'Prefix',
  batesDigits: 'Digits',
  batesStart: 'First number',
  batesPreview: 'Prints as',
  batesNote:
    'A page keeps the number it once got under a prefix, in every set. Slip sheets and the index take none.',
  later: 'Slip sheets, stickers and the rest are among the settings of the set.',
} as const;

/** The three panes of a set. */
export const paneWords = {
  /** The area itself is called Exhibits. */
  list: 'List of exhibits',
  pages: 'Binder',
  settings: 'Settings',
  /** The choice where not all panes are visible: its own tabs are called Pages, Builds and Citations. */
  choices: { list: 'Exhibits', pages: 'Binder', settings: 'Settings' },
  shown: 'Shown pane',
  faces: 'Pages, builds and citations',
  listWidth: 'Width of the list of exhibits',
  settingsWidth: 'Width of the settings',
} as const;

/** The exhibits of a set. */
export const words = {
  add: 'Add evidence…',
  build: 'Build…',
  more: 'More actions',
  label: 'Label',
  title: 'Title',
  pages: 'Pages',
  /** Also where the badge of the state has no room. */
  numbers: (range: string, state: BatesState | null) =>
    state === null ? range : `${range}. ${batesStateWords[state].name}: ${batesStateWords[state].meaning}`,
  pagesUnknown: 'Cannot be counted',
  beginsVolume: (name: string) => `Volume ${name} begins here.`,
  exhibits: 'Exhibits',
  preview: 'Pages',
  builds: 'Builds',
  citations: 'Citations',
  open: 'Open original in reader',
  edit: 'Edit title and label',
  assign: 'Put evidence behind this label…',
  replace: 'Put other evidence behind this label…',
  insertAfter: (label: string) => `Insert evidence after ${label}…`,
  addPart: (label: string) => `Add a part of ${label}…`,
  reserve: 'Reserve labels…',
  moveUp: 'Move up',
  moveDown: 'Move down',
  moveTo: 'Move to position…',
  withdraw: 'Withdraw…',
  reinstate: 'Bring back',
  remove: 'Remove from set',
  relabel: 'Relabel in order…',
  history: 'History of labels…',
  summary: 'Summary (FRE 1006)…',
  print: 'Print…',
  compare: 'Compare with a manifest…',
  seal: 'Seal exhibit set…',
  emptyTitle: 'This set has no exhibits yet',
  emptyBody: 'Add evidence in the order it should appear. Labels and Bates numbers are given as you go.',
  sealedNote:
    'Labels, order and Bates numbers stay as they are. A late exhibit can still be added; it takes the next free numbers.',
  allSealed: 'Every exhibit of this set is sealed.',
  sealedLabels: 'This set is sealed: its labels stay as they are.',
  sealedStay: 'An exhibit that was sealed stays at its place.',
  running: {
    'exhibits.build': 'Building exhibits',
    'exhibits.checkAsFiled': 'Comparing what came back',
    'exhibits.checkFiling': 'Checking what is to be filed',
    'exhibits.seal': 'Checking the built files',
  },
} as const;

/** The exhibits a dialog is about. */
export const namedWords = {
  list: 'Exhibits concerned',
  named: (labels: readonly string[]) =>
    `${labels.length === 1 ? 'Exhibit' : 'Exhibits'} ${labels.join(', ')}`,
} as const;

/** Evidence that is put into a set which holds it already. */
export const againWords = { title: 'Already in this set' } as const;

const listOf = new Intl.ListFormat('en-US');
/** Parts that a sentence names at most; of more it says how many. */
const mostParts = 6;

/** Taking out what a checked brief cites, or what has parts. */
export const removeWords = {
  title: (exhibits: string) => `Remove ${exhibits} from the set?`,
  body: 'The evidence stays in the matter.',
  cited: 'A checked brief cites what would be removed.',
  /** @param owners how many exhibits have these parts */
  partsStay: (owners: number, labels: readonly string[]) => {
    const whose = owners === 1 ? 'Its' : 'Their';
    const [only] = labels;
    if (labels.length === 1) return `${whose} part ${only} stays, as an exhibit of its own.`;
    const parts = labels.length > mostParts ? `${labels.length} parts` : `parts ${listOf.format(labels)}`;
    return `${whose} ${parts} stay, as exhibits of their own.`;
  },
  remove: 'Remove from set',
} as const;

/** Said once it is done, with an undo. */
export const doneWords = {
  opened: (label: string, title: string) => `Exhibit ${label} · ${title}`,
  setDeleted: 'Deleted the exhibit set',
  setSealed: (set: string, numbers: string) =>
    numbers === '' ? `“${set}” is sealed.` : `“${set}” is sealed. Bates numbers ${numbers} are used.`,
  sealCanceled: (set: string) => `Canceled. “${set}” was not sealed, and nothing of it changed.`,
  /** @param after the label of what is now before them; null at the beginning */
  moved: (what: string, after: string | null) =>
    `Moved ${what} ${after === null ? 'to the beginning' : `after Exhibit ${after}`}`,
  exhibit: (label: string) => `Exhibit ${label}`,
  removed: (count: string) => `Removed ${count} from the set`,
  reinstated: (count: string) => `Brought ${count} back`,
} as const;

/** Marks of an exhibit in the list. */
export const markWords = {
  problem: 'Problem',
  withdrawn: 'Withdrawn',
  withdrawnMeans: (reason: string) =>
    `Withdrawn${reason === '' ? '.' : `: ${reason}`} Its label stays taken.`,
  reserved: 'Label reserved',
  reservedMeans: (note: string) =>
    `Its label is reserved for a future exhibit${note === '' ? '.' : `: ${note}`}`,
  withheld: 'Withheld',
  sealed: 'Under seal',
  native: 'Native',
  treatmentMeans: {
    withheld: (note: string) => `One page stands for it${note === '' ? '.' : `: ${note}`}`,
    sealed: (note: string) => `Filed under seal in a file of its own${note === '' ? '.' : `: ${note}`}`,
    native: (note: string) => `Beside the binder in its own form${note === '' ? '.' : `: ${note}`}`,
  } satisfies Record<Exclude<Treatment, 'pages'>, (note: string) => string>,
  late: 'Late',
  lateMeans: 'Added after the set was sealed; free until it is sealed again.',
  excerpt: (ranges: string) => `pp. ${ranges}`,
  excerptMeans: (ranges: string) => `Only pages ${ranges} of the item.`,
  admitted: 'Admitted',
  excluded: 'Excluded',
  rulingMeans: { admitted: 'The court admitted it.', excluded: 'The court excluded it.' },
} as const;

/** The pages of the binder while it is put together. */
export const previewWords = {
  bar: 'Pages of the binder',
  exhibit: (label: string) => `Exhibit ${label}`,
  nameOf: (label: string, page: number) =>
    page === 0 ? `Slip sheet of Exhibit ${label}` : `Exhibit ${label}, page ${page}`,
  pageOf: (page: number, pages: number | null) =>
    page === 0 ? 'slip sheet' : pages === null ? `page ${page}` : `page ${page} of ${formatNumber(pages)}`,
  previousExhibit: 'Previous exhibit',
  nextExhibit: 'Next exhibit',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fitPage: 'Fit page',
  fitWidth: 'Fit width',
  making: 'Making the PDF of this item…',
  makingStopped: 'The PDF of this item was not made: it was stopped.',
  nothingTitle: 'No pages yet',
  nothingBody: 'The pages of the binder are shown here as the court will get them.',
  reservedTitle: (label: string) => `${label} is reserved for a future exhibit`,
  reservedBody: 'Put evidence behind this label once it is there. A build leaves it out and says so.',
  withdrawnTitle: (label: string) => `${label} is withdrawn`,
  withdrawnBody: 'Its label stays taken and its pages are left out.',
} as const;

/** The meter of sizes under the list. */
export const meterWords = {
  label: 'Size of the volumes',
  volume: (name: string) => `Volume ${name}`,
  total: (sizeBytes: number) => `${formatSize(sizeBytes)} (estimate)`,
  goTo: (label: string) => `Go to Exhibit ${label}, with which it begins`,
  over: 'over: ',
  overNote: 'An exhibit is larger than a volume may be. Make its pictures smaller, or split it.',
  limit: (limitBytes: number | null, source: string) =>
    limitBytes === null ? sentence(source) : `${formatSize(limitBytes)} per volume (${source}).`,
} as const;

function sentence(text: string): string {
  return capitalized(text) + (/[.!?]$/.test(text) || text === '' ? '' : '.');
}

/** What each state of Bates numbers is called, and what it means. */
export const batesStateWords: Readonly<Record<BatesState, { name: string; meaning: string }>> = {
  planned: { name: 'Planned', meaning: 'May still change until the set is built.' },
  reserved: {
    name: 'Reserved',
    meaning: 'Its Bates numbers were given by a build; each stays with its page.',
  },
  used: { name: 'Used', meaning: 'In a sealed set; never given again.' },
  void: { name: 'Void', meaning: 'Withdrawn; never given again.' },
};

/** Moving, relabelling, sealing. */
export const editWords = {
  labelsKept: (count: number) => `${formatCount(count, 'exhibit keeps its', 'exhibits keep their')} label.`,
  moveTitle: (exhibits: string) => `Move ${exhibits}`,
  position: 'Position',
  positionHelp: (count: number) => `1 is first, ${count} is last.`,
  positionInvalid: (count: number) => `Enter a number from 1 to ${count}.`,
  move: 'Move',
  relabelTitle: 'Relabel in order',
  relabelNote:
    'Labels are assigned again in the present order. Papers that already cite a label will no longer match where it changes.',
  relabelNothing: 'The labels already run in order; nothing would change.',
  relabel: (count: number) => `Relabel ${formatCount(count, 'exhibit')}`,
  relabeled: (set: string) => `Relabeled “${set}” in order`,
  sealTitle: 'Seal this exhibit set?',
  sealBody: (hasNumbers: boolean) =>
    `Seal a set once it is filed or served. Its ${hasNumbers ? 'labels, order and Bates numbers' : 'labels and order'} then stay for good: nobody can change or reuse them, and sealing cannot be undone.`,
  sealNumbers: (numbers: string) => `Bates numbers ${numbers} become used.`,
  sealLate: (hasNumbers: boolean) =>
    `A late exhibit can still be added. It takes a label in between${hasNumbers ? ' and the next free Bates numbers' : ''}.`,
  sealReserved: (labels: string) => `Still without evidence: ${labels}. Their labels stay kept.`,
  sealNeedsBuild: (hasNumbers: boolean) =>
    `The set has to be built first, so that ${hasNumbers ? 'its numbers are those of real pages' : 'what is sealed is what was built'}.`,
  seal: 'Seal for good',
} as const;

/** Printing. */
export const printWords = {
  title: 'Print exhibits',
  how: 'It opens in this computer’s PDF program; print it from there.',
  what: 'What to print',
  print: 'Print',
  writing: 'Writing the copy for the printer',
  binder: (volume: string | null) => ({
    label: volume === null ? 'The binder' : `Volume ${volume}`,
    description: 'As last built.',
  }),
  exhibit: (label: string) => ({
    label: `Exhibit ${label}`,
    description: 'With its slip sheet, as last built.',
  }),
  slipSheets: { label: 'Slip sheets', description: 'The page before each exhibit, as the set stands.' },
  tabs: { label: 'List for tabs', description: 'Labels and titles, to cut or order tabs by.' },
  doubleSided: 'For both sides of the paper',
  doubleSidedHelp:
    'The index, each slip sheet and each exhibit begin on a front side: blank pages are added to the copy that is printed, not to the built file.',
  withoutSlipSheets: 'Without slip sheets',
  withoutSlipSheetsHelp:
    'For tabs of your own between the exhibits. Slip sheets with nothing behind them stay.',
  fileName: (set: string) => `${set} to print`,
  notCurrent: (label: string | undefined) =>
    label === undefined
      ? 'The set has changed since it was last built.'
      : `The set has changed since it was last built. Build it again to print Exhibit ${label}.`,
  notBuilt: 'The exhibits themselves can be printed once the set is built.',
} as const;
