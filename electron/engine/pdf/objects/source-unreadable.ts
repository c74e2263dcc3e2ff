/** Why a source cannot be carried over as it stands. */
export class SourceUnreadable extends Error {
  readonly isEncrypted: boolean;
  /** Which item of an assembly it was, from 0; null while only one is looked at. */
  item: number | null = null;
  /** What is the matter with further items, found in the same go. */
  others: readonly SourceUnreadable[] = [];

  /** @param reason as the end of "cannot be read (…)" */
  constructor(
    reason: string,
    { isEncrypted = false, cause }: { isEncrypted?: boolean; cause?: unknown } = {},
  ) {
    super(reason, { cause });
    this.isEncrypted = isEncrypted;
  }
}
