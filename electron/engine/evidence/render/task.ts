import { groupOf, type Claim, type EvidenceKind } from '../../../../shared/model/evidence.ts';
import type { Problem } from '../../../../shared/model/common.ts';
import { renderFile } from '../../formats/files/index.ts';
import { declaredImageError, drawImage, ImageError, type ImageKind } from '../../formats/images/index.ts';
import { renderMail } from '../../formats/mail/index.ts';
import type { WorkerContext } from '../../jobs/worker-thread.ts';
import { withSource, type SourceLocation } from '../../pdf/index.ts';

/** An original that is no PDF, with what its PDF says of it. */
export interface RenderInput {
  readonly location: SourceLocation;
  readonly kind: EvidenceKind;
  /** Name the original came with. */
  readonly name: string;
  /** Of the original, lower-case hexadecimal. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly claims: readonly Claim[];
}

export interface Rendered {
  /** A PDF; the same original and version of the app give the same bytes. */
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly problems: readonly Problem[];
}

/**
 * Makes the PDF that stands for an original that is not a PDF, in a worker: a picture page by page, a mail as it reads, a text as
 * lines, and of all else a page that says what it stands for.
 *
 * @throws AppError EVIDENCE_DAMAGED, EVIDENCE_UNSUPPORTED_KIND, EVIDENCE_TOO_DEMANDING when nothing of a picture or a mail can be shown
 */
export async function renderTask(input: RenderInput, context: WorkerContext): Promise<Rendered> {
  const { location, kind, name, sha256, sizeBytes, claims } = input;
  const { platform } = context;
  const { appVersion } = platform;
  return withSource(location, context.openMatter, async (source) => {
    switch (groupOf(kind)) {
      case 'image':
        return drawImage(
          { source, kind: kind as ImageKind, name, sha256, appVersion, hasFooter: true },
          platform,
        ).catch((error: unknown) => {
          throw error instanceof ImageError ? declaredImageError(error) : error;
        });
      case 'mail':
        return renderMail(source, kind, { fileName: name, sha256, appVersion }, platform);
      default:
        return renderFile(
          source,
          { fileName: name, kind, sha256, sizeBytes, claims, appVersion },
          platform.assetsDirectory,
        );
    }
  });
}
