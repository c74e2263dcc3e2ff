import type { Problem } from '../../../../shared/model/common.ts';

/** Limits of what is taken from one mail; what exceeds them is reported as a problem, and the original has it all. */
export const mailLimits = {
  /** Depth of multiparts in each other; the deepest real ones have about ten. */
  nesting: 60,
  parts: 25_000,
  /** Lines of headers kept, all parts together. */
  headerLines: 100_000,
  /** Bytes of header lines kept, all parts together. */
  headerBytes: 8 * 1024 * 1024,
  /** Bytes of one decoded text body. */
  textBytes: 16 * 1024 * 1024,
  /** Bytes of one decoded attachment: it travels as one message. */
  attachmentBytes: 512 * 1024 * 1024,
} as const;

export interface MailAddress {
  /** As the mail shows it; empty where it gives none. */
  readonly name: string;
  readonly address: string;
}

export interface MailHeader {
  readonly name: string;
  /** Unfolded, with encoded words read. */
  readonly value: string;
}

/** A file in a mail. */
export interface MailAttachment {
  /** Its own name, without folders; where it has none, one made from its type. */
  readonly name: string;
  /** Lower case, without parameters. */
  readonly contentType: string;
  /** Without angle brackets; null where it has none. */
  readonly contentId: string | null;
  /** Address the body names it by (RFC 2557), as in web archives; null where it has none. */
  readonly location: string | null;
  /**
   * The bytes, decoded from their transfer encoding.
   * @param onBroken told when that is broken somewhere, so that bytes may be missing or wrong
   * @throws MailPartError where they cannot be had
   */
  bytes(onBroken?: () => void): Uint8Array;
}

/** Why an attachment could not be extracted. */
export class MailPartError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** A mail as its file has it, whatever the format. */
export interface Mail {
  /** In the file's order, with repetitions. */
  readonly headers: readonly MailHeader[];
  readonly from: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly bcc: readonly MailAddress[];
  readonly replyTo: readonly MailAddress[];
  readonly subject: string;
  /** Instants in UTC; null where the mail says none that can be read. */
  readonly sentAt: string | null;
  readonly receivedAt: string | null;
  /** The date as written; empty where there is none. */
  readonly dateAsWritten: string;
  /** Without angle brackets; empty where it has none. */
  readonly messageId: string;
  readonly inReplyTo: string;
  readonly references: string;
  readonly software: string;
  /** Whom signatures in it name. Nobody has verified them. */
  readonly signedBy: readonly string[];
  /** The body as plain text: its own, or read from the HTML. */
  readonly text: string;
  /** The body as it came in HTML; null where it did not. Never shown as it is: see `safeMailHtml`. */
  readonly html: string | null;
  readonly attachments: readonly MailAttachment[];
  readonly problems: readonly Problem[];
}

/** Whether there is nothing of a mail in the file that was read as one. */
export function isNoMail({ headers, problems }: Pick<Mail, 'headers' | 'problems'>): boolean {
  return headers.length === 0 && problems.some(({ code }) => code === 'EVIDENCE_DAMAGED');
}
