import type {
  AuthenticationBasis,
  ExhibitFields,
  ExhibitSet,
  NumberPosition,
  StickerColour,
  StickerCorner,
  Treatment,
} from '../../../../shared/model/exhibits.ts';
import { formatCount } from '../../../client/index.ts';

type Named = { readonly label: string; readonly description: string };

/** The pane of settings. */
export const settingWords = {
  label: 'Settings',
  exhibit: 'Exhibit',
  law: 'Evidence law',
  set: 'Set',
  nothingChosen: 'Choose an exhibit to see and change its settings.',
  changedExhibit: (label: string) => `Changed Exhibit ${label}`,
  changedSeveral: (count: string) => `Changed ${count}`,
  relabeled: (was: string, now: string) => `Exhibit ${was} is now Exhibit ${now}`,
  changedSet: (name: string) => `Changed the exhibit set “${name}”`,
  designations: [
    'CONFIDENTIAL',
    'HIGHLY CONFIDENTIAL – ATTORNEYS’ EYES ONLY',
    'CONFIDENTIAL – SUBJECT TO PROTECTIVE ORDER',
  ],
} as const;

/** One exhibit. */
export const exhibitWords = {
  naming: 'Title and label',
  fixed: 'This exhibit is sealed: its title, label, pages and numbers stay as they are.',
  fixedUnnumbered:
    'This exhibit is sealed: its title, label and pages stay as they are. Its numbers became void when it was withdrawn; the next build gives it new ones.',
  title: 'Title',
  titleNeeded: 'An exhibit needs a title.',
  label: 'Label',
  labelInvalid: 'Use letters, digits, points and hyphens, with a letter or digit at both ends.',
  content: 'What goes into the binder',
  pages: 'Pages of the item',
  allPages: 'All pages',
  pagesHelp: 'Such as 3-7, 12. Empty for all.',
  pagesOf: (count: number) => `Of ${formatCount(count, 'page')}; such as 3-7, 12. Empty for all.`,
  pagesInvalid: 'Enter pages as 3-7, 12.',
  treatment: 'Stands in the binder as',
  treatments: {
    pages: { label: 'Its own pages', description: 'The exhibit itself.' },
    withheld: { label: 'Withheld', description: 'One page that says so and why; the item itself stays out.' },
    sealed: {
      label: 'Filed under seal',
      description:
        'The page “FILED UNDER SEAL” (W.D. Wash. LCR 5(g)); the exhibit goes into a file of its own.',
    },
    native: {
      label: 'Native form',
      description: 'One page that says so; the original is handed over beside the binder.',
    },
  } satisfies Record<Treatment, Named>,
  noteOf: {
    withheld: 'Why it is withheld',
    sealed: 'Order or rule it is sealed under',
    native: 'Note for the page',
  } satisfies Record<Exclude<Treatment, 'pages'>, string>,
  designation: 'Confidentiality',
  noDesignation: 'None',
  asSet: (designation: string) => `As the set (${designation})`,
  ownDesignation: 'Designation of this exhibit',
  designationHelp: 'Printed on every page of it. Empty for none.',
  links: 'Link citations in it',
  linksHelp: '“Ex. C at 4” in this exhibit leads to that page of the binder.',
  facts: 'The original',
  item: 'Evidence',
  original: 'Holds',
  pagesUnknown: 'pages not known',
  bates: 'Bates numbers',
  sha256: 'SHA-256',
} as const;

/** How an exhibit comes into evidence. */
export const lawWords = {
  foundation: 'Foundation',
  sponsor: 'Sponsoring witness',
  sponsorHelp: 'Through whom it comes in.',
  authentication: 'Authentication',
  bases: {
    none: { label: 'Not settled', description: '' },
    stipulated: { label: 'Stipulated', description: 'The parties agree that it is what it claims to be.' },
    witness901b1: { label: 'Witness with knowledge', description: 'FRE 901(b)(1)' },
    distinctive901b4: { label: 'Distinctive characteristics', description: 'FRE 901(b)(4)' },
    publicRecord902: { label: 'Public record', description: 'FRE 902(1)–(5)' },
    businessRecord902_11: { label: 'Certified business record', description: 'FRE 902(11)' },
    electronicRecord902_13: { label: 'Certified electronic record', description: 'FRE 902(13)' },
    copiedData902_14: { label: 'Certified copy of electronic data', description: 'FRE 902(14)' },
    other: { label: 'Other', description: '' },
  } satisfies Record<AuthenticationBasis, Named>,
  authenticationNote: 'How it is authenticated',
  admission: 'Objection and ruling',
  objection: 'Objection',
  none: 'None',
  ruling: 'Ruling',
  rulings: {
    none: 'None yet',
    admitted: 'Admitted',
    excluded: 'Excluded',
    reserved: 'Ruling reserved',
  } satisfies Record<ExhibitFields['ruling'], string>,
  rulingNote: 'Note on the ruling',
  counsel: 'Not in the binder. The Word index, the CSV index and the manifest of a build tell all of this.',
} as const;

/** A whole set. */
export const setFieldWords = {
  belongs: 'What it belongs to',
  sealed: 'This set is sealed: its settings stay as they are.',
  name: 'Name',
  nameNeeded: 'A set needs a name.',
  purpose: 'Exhibits to',
  purposes: {
    motion: 'A motion',
    declaration: 'A declaration',
    hearing: 'A hearing or trial',
    other: 'Something else',
  } satisfies Record<ExhibitSet['purpose'], string>,
  declarant: 'Declarant',
  declarantNeeded: 'Say whose declaration it is.',
  declarantHelp: (declarant: string) =>
    `Slip sheets say “Exhibit A to Declaration of ${declarant === '' ? '…' : declarant}”. Labels start over in each set.`,
  party: 'Offered by',
  parties: {
    none: 'Not stated',
    plaintiff: 'Plaintiff',
    defendant: 'Defendant',
    joint: 'Both parties',
  } satisfies Record<ExhibitSet['party'], string>,
  labels: 'Labels',
  scheme: 'Labels run',
  otherPrefix: 'Another prefix…',
  labelPrefix: 'Label prefix',
  labelPrefixHelp: 'PX gives PX-1, PX-2…',
  labelPrefixInvalid: 'Use one to six letters, such as PX.',
  relabelNote: 'Labels already given stay. “Relabel in order…” assigns them again.',
  slipSheets: 'Slip sheets',
  hasSlipSheets: 'A slip sheet before each exhibit',
  slipSheetsHelp: 'A page with the label and title.',
  template: 'Template',
  templates: {
    plain: 'Label and title',
    caption: 'With the court’s caption',
  } satisfies Record<ExhibitSet['slipSheetTemplate'], string>,
  stickers: 'Stickers',
  hasStickers: 'An exhibit sticker on each first page',
  stickersHelp: 'Put where the page is free; never over text or a signature.',
  corner: 'Corner',
  corners: {
    bottomRight: 'Bottom right',
    bottomLeft: 'Bottom left',
    topRight: 'Top right',
    topLeft: 'Top left',
  } satisfies Record<StickerCorner, string>,
  color: 'Color',
  colors: {
    party: 'Of the party',
    white: 'White',
    yellow: 'Yellow',
    blue: 'Blue',
    green: 'Green',
    pink: 'Pink',
  } satisfies Record<StickerColour, string>,
  pages: 'Pages',
  designation: 'Confidentiality designation',
  noDesignation: 'None',
  designationHelp: 'Printed on every page of exhibits that have none of their own.',
  everyPage: 'Look at every scanned page',
  everyPageHelp:
    'Keeps numbers and designations clear of what is on each. Takes about a second for every 50 scanned pages; without it, only some are looked at.',
  forms: 'Flatten form fields',
  formsHelp: 'Courts refuse forms that can still be filled in.',
  formsOfArchival: 'PDF/A always has them flattened.',
  archival: 'Build PDF/A for archives',
  archivalHelp:
    'Files become PDF/A-2b, which many courts prefer. If a file cannot become one, the build says why.',
} as const;

/** Bates numbers of a set. */
export const batesWords = {
  title: 'Bates numbers',
  stamp: 'Stamp Bates numbers',
  pages: 'Number pages within each exhibit',
  pagesHelp: 'Prints “Exhibit A – Page 3 of 12” on each page.',
  prefix: 'Prefix',
  prefixPlaceholder: 'FWR',
  prefixInvalid: 'Begin with a letter; then letters, digits, points, underscores and hyphens.',
  prefixFirst: 'Numbers begin once there is a prefix.',
  suffix: 'Suffix',
  suffixInvalid: 'Up to 8 letters, after a point, underscore or hyphen.',
  none: 'None',
  start: 'First number',
  startInvalid: 'Begin with a whole number from 1.',
  startTooLong: (digits: number) => `This number has more than ${digits} digits. Allow more digits.`,
  digits: 'Digits',
  digitsInvalid: 'Use 3 to 10 digits.',
  printsAs: 'Prints as',
  nextFree: 'Next free number',
  noneLeft: 'none left; choose another prefix',
  position: 'Place on the page',
  positions: {
    bottomRight: 'Bottom right',
    bottomCenter: 'Bottom center',
    bottomLeft: 'Bottom left',
  } satisfies Record<NumberPosition, string>,
  positionHelp: 'Where that place is taken, the next free one is used.',
} as const;

/** Several exhibits at once. */
export const severalWords = {
  title: (count: string) => `${count} chosen`,
  differ: 'Not the same for all',
  designation: 'Designation of these exhibits',
  fixed: 'Some of these are sealed: what is in the binder stays as it is.',
  labels: (labels: readonly string[]) =>
    labels.length > 12
      ? `${labels.slice(0, 10).join(', ')} and ${labels.length - 10} more`
      : labels.join(', '),
} as const;
