/** What was changed or left out while an exhibit was carried over, or could not be assured. */
export type TallyKey =
  | 'scripts'
  | 'launches'
  | 'embeddedFiles'
  | 'media'
  | 'deadLinks'
  | 'foreignActions'
  | 'fields'
  | 'signatures'
  | 'valuesWithoutPicture'
  | 'tags'
  | 'layers'
  | 'bookmarksDropped'
  | 'wrappedPages'
  | 'rewrittenProtected'
  | 'rewrittenDamaged'
  | 'numbersUnread'
  | 'stickerUnread'
  | 'numbersOverText'
  | 'stickerOverText'
  | 'truncatedImage';

export interface AssemblyFinding {
  readonly code: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly message: string;
}

const findings: Readonly<
  Record<
    TallyKey,
    { code: string; severity: AssemblyFinding['severity']; message: (count: number) => string }
  >
> = {
  scripts: {
    code: 'SCRIPTS_REMOVED',
    severity: 'info',
    message: (n) =>
      `${count(n, 'script')} taken out: courts refuse PDFs with scripts. The original is unchanged.`,
  },
  launches: {
    code: 'LAUNCH_ACTIONS_REMOVED',
    severity: 'info',
    message: (n) => `${count(n, 'action')} that would start a program taken out. The original is unchanged.`,
  },
  embeddedFiles: {
    code: 'EMBEDDED_FILES_REMOVED',
    severity: 'warning',
    message: (n) =>
      `${count(n, 'file')} embedded in the PDF left out: courts refuse them. If they matter, add them as exhibits of their own.`,
  },
  media: {
    code: 'MEDIA_REMOVED',
    severity: 'warning',
    message: (n) => `${count(n, 'sound or film')} left out; its still picture stays.`,
  },
  deadLinks: {
    code: 'LINKS_WITHOUT_TARGET',
    severity: 'info',
    message: (n) => `${count(n, 'link')} led nowhere in the original either and no longer leads anywhere.`,
  },
  foreignActions: {
    code: 'LINKS_REMOVED',
    severity: 'info',
    message: (n) => `${count(n, 'link')} to another file, a form or a film taken out; the words stay.`,
  },
  fields: {
    code: 'FORM_FLATTENED',
    severity: 'info',
    message: (n) =>
      `${count(n, 'form field')} turned into print, so that what it shows stays and cannot be edited.`,
  },
  signatures: {
    code: 'SIGNATURE_FLATTENED',
    severity: 'info',
    message: (n) =>
      `${count(n, 'digital signature')} shown as a picture; it can be verified in the original only.`,
  },
  valuesWithoutPicture: {
    code: 'FORM_VALUE_NOT_DRAWN',
    severity: 'warning',
    message: (n) =>
      `${count(n, 'form field')} has a value that the file does not draw, so it does not show. Print the original to a PDF and use that.`,
  },
  tags: {
    code: 'TAGS_NOT_CARRIED',
    severity: 'info',
    message: () => 'The tags for screen readers are not carried into the exhibit. The original has them.',
  },
  layers: {
    code: 'LAYERS_CARRIED',
    severity: 'info',
    message: (n) => `${count(n, 'layer')} kept, shown or hidden as in the original.`,
  },
  bookmarksDropped: {
    code: 'BOOKMARKS_DROPPED',
    severity: 'info',
    message: (n) =>
      `${count(n, 'bookmark')} kept as words only: what it led to is outside this exhibit or gone.`,
  },
  wrappedPages: {
    code: 'PAGE_CONTENT_WRAPPED',
    severity: 'info',
    message: (n) =>
      `${count(n, 'page')} with untidy drawing instructions enclosed in a frame of its own, so that stamps land in place. It looks the same.`,
  },
  rewrittenProtected: {
    code: 'PROTECTION_REMOVED',
    severity: 'warning',
    message: () =>
      'The original is protected against changes but opens without a password; the exhibit is an unprotected copy made by the page reader. The original is unchanged.',
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
      `${count(n, 'page')} whose Bates number could not be read back. Look at it before filing.`,
  },
  stickerUnread: {
    code: 'STICKER_NOT_READABLE',
    severity: 'error',
    message: () => 'The exhibit sticker could not be read back. Look at the first page before filing.',
  },
  numbersOverText: {
    code: 'BATES_NUMBER_COVERS_TEXT',
    severity: 'warning',
    message: (n) => `${count(n, 'page')} whose Bates number stands over text at the foot of the page.`,
  },
  stickerOverText: {
    code: 'STICKER_COVERS_TEXT',
    severity: 'warning',
    message: () => 'The exhibit sticker covers text on the first page.',
  },
  truncatedImage: {
    code: 'IMAGE_TRUNCATED',
    severity: 'warning',
    message: () => 'The image ends before its time; what there is of it is shown.',
  },
};

/** Counts what happened to one exhibit. */
export class Tally {
  readonly #counts = new Map<TallyKey, number>();

  add(key: TallyKey, by = 1): void {
    if (by > 0) this.#counts.set(key, (this.#counts.get(key) ?? 0) + by);
  }

  /** A finding for each thing that happened, in a fixed order. */
  findings(): AssemblyFinding[] {
    return (Object.keys(findings) as TallyKey[]).flatMap((key) => {
      const times = this.#counts.get(key);
      const { code, severity, message } = findings[key];
      return times === undefined ? [] : [{ code, severity, message: message(times) }];
    });
  }
}

function count(n: number, noun: string): string {
  return n === 1 ? `1 ${noun}` : `${n} ${noun}s`;
}
