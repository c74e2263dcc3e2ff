import type { EvidenceKind } from '../../../../shared/model/evidence.ts';
import type { WorkerContext } from '../../jobs/worker-thread.ts';
import { withSource, type SourceLocation } from '../../pdf/pdf-source.ts';
import { safeMailHtml, type SafeMailHtml } from './html/safe-mail-html.ts';
import { isNoMail, MailPartError, type MailAttachment, type MailHeader } from './mail.ts';
import { readMail } from './read-mail.ts';
import { shownHeaders } from './shown-headers.ts';

/** A mail of the matter. */
export interface MailInput {
  readonly location: SourceLocation;
  /** eml, msg or tnef. */
  readonly kind: EvidenceKind;
}

/** What is shown of a mail beside its HTML. */
export interface ShownMail {
  readonly headers: readonly MailHeader[];
  readonly text: string;
  readonly hasHtml: boolean;
  readonly remoteReferences: number;
  readonly attachments: readonly { readonly name: string; readonly sizeBytes: number }[];
  /** Whether there is nothing of a mail in the file. */
  readonly isDamaged: boolean;
}

/**
 * Reads a mail to be shown, in a worker.
 *
 * @param measured positions of attachments whose sizes the caller knows; the others are decoded to be measured
 */
export async function viewMailTask(
  { location, kind, measured }: MailInput & { readonly measured: readonly number[] },
  { openMatter }: WorkerContext,
): Promise<ShownMail> {
  return withSource(location, openMatter, (source) => {
    const mail = readMail(source, kind);
    const known = new Set(measured);
    return {
      headers: shownHeaders(mail),
      text: mail.text,
      hasHtml: mail.html !== null,
      remoteReferences: mail.html === null ? 0 : safeMailHtml(mail).remoteReferences,
      attachments: mail.attachments.map((attachment, at) => ({
        name: attachment.name,
        sizeBytes: known.has(at) ? 0 : sizeOf(attachment),
      })),
      isDamaged: isNoMail(mail),
    };
  });
}

/** Makes the safe HTML document of a mail, in a worker; see `safeMailHtml`. */
export async function mailHtmlTask(
  { location, kind }: MailInput,
  { openMatter }: WorkerContext,
): Promise<SafeMailHtml> {
  return withSource(location, openMatter, (source) => safeMailHtml(readMail(source, kind)));
}

function sizeOf(attachment: MailAttachment): number {
  try {
    return attachment.bytes().length;
  } catch (error) {
    if (error instanceof MailPartError) return 0;
    throw error;
  }
}
