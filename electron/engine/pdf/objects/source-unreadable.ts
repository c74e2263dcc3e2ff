/** The error of a source that cannot be carried. */
type UnreadableCode = 'PDF_DAMAGED' | 'PDF_ENCRYPTED' | 'PDF_NO_PAGES';

/** Why a source cannot be carried over as it stands. */
export class SourceUnreadable extends Error {
  readonly code: UnreadableCode;
  /** Which item of an assembly it was, from 0; null while only one is looked at. */
  item: number | null = null;
  /** What is wrong with further items, found in the same run. */
  others: readonly SourceUnreadable[] = [];

  /** @param reason as the end of "cannot be read (…)" */
  constructor(
    reason: string,
    { code = 'PDF_DAMAGED', cause }: { code?: UnreadableCode; cause?: unknown } = {},
  ) {
    super(reason, { cause });
    this.code = code;
  }
}

/** What a source says, read by `read`; null where it is unreadable. */
export function whereReadable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof SourceUnreadable) return null;
    throw error;
  }
}
