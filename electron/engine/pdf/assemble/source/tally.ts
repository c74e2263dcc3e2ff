import { formatCount } from '../../../../../shared/domain/amounts.ts';
import { ArchivalTally } from '../../archival/archival-tally.ts';
import { printedSmall } from '../../draw/pictures/image-page.ts';
import { markFindings, type CountedFinding } from '../marks/index.ts';
import { PictureTally } from '../pictures/picture-tally.ts';

/** What is to be known of an exhibit that was carried. */
export interface AssemblyFinding {
  readonly code: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly message: string;
  /** Page of the exhibit, from 1, where it is about one. */
  readonly page?: number;
}

const findings = {
  scripts: {
    code: 'SCRIPTS_REMOVED',
    severity: 'info',
    message: (n) =>
      `${formatCount(n, 'script')} taken out: courts refuse PDFs with scripts. The original is unchanged.`,
  },
  launches: {
    code: 'LAUNCH_ACTIONS_REMOVED',
    severity: 'info',
    message: (n) =>
      `${formatCount(n, 'action')} that would start a program taken out. The original is unchanged.`,
  },
  embeddedFiles: {
    code: 'EMBEDDED_FILES_REMOVED',
    severity: 'warning',
    message: (n) =>
      `${formatCount(n, 'file')} embedded in the PDF left out: courts refuse them. If they matter, add them as exhibits of their own.`,
  },
  media: {
    code: 'MEDIA_REMOVED',
    severity: 'warning',
    message: (n) =>
      `${formatCount(n, 'sound or film', 'sounds and films')} left out; ${n === 1 ? 'its still picture stays' : 'their still pictures stay'}.`,
  },
  annotationsLeftOut: {
    code: 'ANNOTATIONS_LEFT_OUT',
    severity: 'warning',
    message: (n) =>
      `${formatCount(n, 'link or note', 'links and notes')} of a page with thousands of them left out: some readers open no file with such a page. The original has them.`,
  },
  deadLinks: {
    code: 'LINKS_WITHOUT_TARGET',
    severity: 'info',
    message: (n) =>
      `${formatCount(n, 'link')} led nowhere in the original and ${n === 1 ? 'leads' : 'lead'} nowhere here.`,
  },
  linksLeftOut: {
    code: 'LINKS_TO_PAGES_LEFT_OUT',
    severity: 'info',
    message: (n) =>
      `${formatCount(n, 'link')} led to pages that are not part of this exhibit; the words stay.`,
  },
  citeLinksAcross: {
    code: 'CITATION_LINKS_ACROSS_VOLUMES',
    severity: 'info',
    message: (n) =>
      `${formatCount(n, 'citation')} of an exhibit in another volume or without pages ${n === 1 ? 'is not a link' : 'are not links'}; the words stay.`,
  },
  foreignActions: {
    code: 'LINKS_REMOVED',
    severity: 'info',
    message: (n) => `${formatCount(n, 'link')} to another file, a form or a film taken out; the words stay.`,
  },
  fields: {
    code: 'FORM_FLATTENED',
    severity: 'info',
    message: (n) =>
      `${formatCount(n, 'form field')} turned into print: what ${n === 1 ? 'it shows' : 'they show'} stays and cannot be edited.`,
  },
  signatures: {
    code: 'SIGNATURE_FLATTENED',
    severity: 'info',
    message: (n) =>
      `${formatCount(n, 'digital signature')} no longer valid in this copy, which only shows how ${n === 1 ? 'it looks; it' : 'they look; they'} can be verified in the original.`,
  },
  // Not told as those that are carried: the whole original, with the pages left out, must not be put beside an excerpt for them.
  signaturesLeftOut: {
    code: 'SIGNED_ELSEWHERE',
    severity: 'info',
    message: (n) =>
      `The original bears ${formatCount(n, 'digital signature')} outside the pages carried here; no excerpt can be verified, only the whole original.`,
  },
  fieldsKept: {
    code: 'FORM_FIELDS_KEPT',
    severity: 'info',
    message: (n) =>
      `${formatCount(n, 'form field')} can still be filled in. ${n === 1 ? 'Its name begins' : 'Their names begin'} with the exhibit’s, so that fields of two exhibits stay apart.`,
  },
  valuesDrawn: {
    code: 'FORM_VALUE_DRAWN',
    severity: 'info',
    message: (n) =>
      `${formatCount(n, 'form field')} ${n === 1 ? 'has a value' : 'have values'} that the file itself does not draw, printed here in a plain font.`,
  },
  valuesWithBoxes: {
    code: 'FORM_VALUE_NOT_PRINTABLE',
    severity: 'warning',
    message: (n) =>
      `${formatCount(n, 'form field')} ${n === 1 ? 'has a value' : 'have values'} with characters that no font here has: a box stands for each. Compare with the original before filing.`,
  },
  dynamicForm: {
    code: 'DYNAMIC_FORM_NOT_CARRIED',
    severity: 'warning',
    message: () =>
      'The original is also a dynamic form (XFA), which only some programs show; its ordinary pages are carried. Compare the two before filing.',
  },
  tags: {
    code: 'TAGS_NOT_CARRIED',
    severity: 'info',
    message: () => 'The tags for screen readers are not carried into the exhibit. The original has them.',
  },
  layers: {
    code: 'LAYERS_CARRIED',
    severity: 'info',
    message: (n) => `${formatCount(n, 'layer')} kept, shown or hidden as in the original.`,
  },
  bookmarksDropped: {
    code: 'BOOKMARKS_DROPPED',
    severity: 'info',
    message: (n) =>
      `${formatCount(n, 'bookmark')} kept as words only: what ${n === 1 ? 'it' : 'they'} led to is outside this exhibit or gone.`,
  },
  bookmarksOutside: {
    code: 'BOOKMARKS_OUTSIDE',
    severity: 'info',
    message: (n) => `${formatCount(n, 'bookmark')} to pages that are not part of this exhibit left out.`,
  },
  bookmarksLeftOut: {
    code: 'BOOKMARKS_LEFT_OUT',
    severity: 'warning',
    message: () =>
      'Of more than 50,000 bookmarks, or of bookmarks in more than 64 levels, the rest is left out. The original has them.',
  },
  wrappedPages: {
    code: 'PAGE_CONTENT_WRAPPED',
    severity: 'info',
    message: (n) =>
      `${formatCount(n, 'page')} with untidy drawing instructions, now enclosed in a frame so that stamps land in place. ${n === 1 ? 'It looks' : 'They look'} the same.`,
  },
  damagedPages: {
    code: 'PAGE_CONTENT_DAMAGED',
    severity: 'warning',
    message: (n) =>
      `${formatCount(n, 'page')} whose content is damaged in the original: what can be read of it is shown, and something may be missing. Compare with a good copy before filing.`,
  },
  lostPages: {
    code: 'PAGE_NOT_READABLE',
    severity: 'error',
    message: (n) =>
      `${formatCount(n, 'page')} of the original that cannot be read: ${n === 1 ? 'an empty page stands in its place' : 'empty pages stand in their places'}. Ask for a good copy.`,
  },
  swollenStreams: {
    code: 'CONTENT_TOO_LARGE',
    severity: 'error',
    message: (n) =>
      `${formatCount(n, 'part')} of the original left out: packed several times over, ${n === 1 ? 'it is' : 'they are'} damaged or larger than any program can read, and could keep programs from the pages behind ${n === 1 ? 'it' : 'them'}. Ask for a good copy.`,
  },
  unclearPages: {
    code: 'EXCERPT_MAY_HOLD_MORE',
    severity: 'warning',
    message: (n) =>
      `${formatCount(n, 'page')} that cannot be read to the end, and which ${n === 1 ? 'names' : 'name'} pictures, words or layers of pages that are not part of this exhibit: these may be in the file, unseen. Where nobody is to have them, print the pages to a PDF and use that.`,
  },
  oddTurns: {
    code: 'PAGE_TURN_UNCLEAR',
    severity: 'warning',
    message: (n) =>
      `${formatCount(n, 'page')} whose original states a turn that is no quarter turn, which programs read differently: ${n === 1 ? 'it stands' : 'they stand'} as the reader shows ${n === 1 ? 'it' : 'them'}. Look at ${n === 1 ? 'it' : 'them'} before filing.`,
  },
  oddBoxes: {
    code: 'PAGE_SIZE_UNCLEAR',
    severity: 'warning',
    message: (n) =>
      `${formatCount(n, 'page')} whose original states its size or what is shown of it in a way that programs read differently: ${n === 1 ? 'it stands' : 'they stand'} as the reader shows ${n === 1 ? 'it' : 'them'}. Look at ${n === 1 ? 'it' : 'them'} before filing.`,
  },
  rewrittenProtected: {
    code: 'PROTECTION_REMOVED',
    severity: 'warning',
    message: () =>
      'The original is protected against changes but opens without a password; the exhibit is an unprotected copy made by the page reader. The original is unchanged.',
  },
  rewrittenOpened: {
    code: 'OPENED_BY_PASSWORD',
    severity: 'warning',
    message: () =>
      'The original opens with a password only, which was given for it; the exhibit is an unprotected copy made by the page reader. The original is unchanged.',
  },
  rewrittenDamaged: {
    code: 'SOURCE_REPAIRED',
    severity: 'warning',
    message: () =>
      'The original’s structure is damaged; the exhibit is a copy repaired by the page reader. Compare the two before filing.',
  },
  numbersUnread: {
    code: 'BATES_NUMBER_NOT_READABLE',
    severity: 'error',
    message: (n) =>
      `${formatCount(n, 'page')} whose printed number could not be read back. Look at ${n === 1 ? 'it' : 'them'} before filing.`,
  },
  stickerUnread: {
    code: 'STICKER_NOT_READABLE',
    severity: 'error',
    message: () => 'The exhibit sticker could not be read back. Look at the first page before filing.',
  },
  wordsUnread: {
    code: 'MARK_NOT_READABLE',
    severity: 'error',
    message: (n) =>
      `${formatCount(n, 'page')} whose confidentiality designation or banner could not be read back. Look at ${n === 1 ? 'it' : 'them'} before filing.`,
  },
  sheetUnread: {
    code: 'SLIP_SHEET_NOT_READABLE',
    severity: 'warning',
    message: () => 'The words of the slip sheet could not be read back. Look at it before filing.',
  },
  shrunkenImage: {
    code: printedSmall.code,
    severity: 'warning',
    message: () => printedSmall.message,
  },
  ...markFindings,
} satisfies Record<string, CountedFinding>;

/** What was changed or left out while an exhibit was carried over, or could not be verified. */
export type TallyKey = keyof typeof findings;

/** That characters of titles, captions or marks print as boxes; nothing where there are none. */
export function charactersNotPrintable(characters: readonly string[]): AssemblyFinding[] {
  if (characters.length === 0) return [];
  const boxes = `a box stands in ${characters.length === 1 ? 'its' : 'each one’s'} place`;
  return [
    {
      code: 'CHARACTERS_NOT_PRINTABLE',
      severity: 'warning',
      message: `No font for ${characters.toSorted().join(' ')}: ${boxes} where the title is printed. Write it otherwise.`,
    },
  ];
}

/** Counts what happened to one exhibit. */
export class Tally {
  readonly #counts = new Map<TallyKey, number>();
  readonly pictures = new PictureTally();
  readonly archival = new ArchivalTally();

  /** Counts something that happened. */
  add(key: TallyKey, by = 1): void {
    if (by > 0) this.#counts.set(key, (this.#counts.get(key) ?? 0) + by);
  }

  /** How often it happened. */
  get(key: TallyKey): number {
    return this.#counts.get(key) ?? 0;
  }

  /** A finding for each thing that happened, in a fixed order. */
  findings(): AssemblyFinding[] {
    const counted = (Object.keys(findings) as TallyKey[]).flatMap((key) => {
      const times = this.#counts.get(key);
      const { code, severity, message }: CountedFinding = findings[key];
      return times === undefined ? [] : [{ code, severity, message: message(times) }];
    });
    return [...counted, ...this.pictures.findings(), ...this.archival.findings()];
  }
}
