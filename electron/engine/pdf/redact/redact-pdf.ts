import type { RedactedCopy } from '../../../../shared/contract/redactions.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ItemSource } from '../assemble/source/open-item.ts';
import { hashSource } from '../pdf-source.ts';
import { proveRedacted } from './proof/prove-redacted.ts';
import { notFound, type RedactionWishes } from './wishes.ts';
import { writeRedacted, type RedactTools } from './write-redacted.ts';

/** How a PDF is redacted. */
export interface RedactPdf {
  readonly source: ItemSource;
  /** A new file. */
  readonly filePath: string;
  /** File name without folder, for errors. */
  readonly name: string;
  readonly wishes: RedactionWishes;
  readonly tools: RedactTools;
}

/**
 * Writes a copy of a PDF without what is not wanted in it, opens it anew and proves that it is gone.
 *
 * @throws AppError REDACTION_NOT_PROVEN, after which the file that was written is no redacted copy; SourceUnreadable; what `writeRedacted` and
 *   `proveRedacted` throw
 */
export async function redactPdf({ source, filePath, name, wishes, tools }: RedactPdf): Promise<RedactedCopy> {
  const sourceSha256 = hashSource(source);
  return writeRedacted(
    source,
    filePath,
    wishes,
    tools,
    async ({ file, plan, doubts: said }, original, left) => {
      const { pageCount } = original;
      const { proof, doubts, sameWordsOn } = await proveRedacted(filePath, {
        wishes,
        plan,
        original,
        left,
        said,
        pdfiumWasmPath: tools.pdfiumWasmPath,
        progress: (done) => tools.progress(pageCount + done, 2 * pageCount),
      });
      if (!proof.ok)
        throw new AppError('REDACTION_NOT_PROVEN', { name, doubts: doubts.slice(0, 5).join('; '), proof });
      const pages = [...plan.pages.values()].sort((a, b) => a.index - b.index);
      return {
        redactions: pages.flatMap(({ index, redactions }) =>
          redactions.map((redaction) => ({ page: index + 1, ...redaction })),
        ),
        proof,
        pages: pageCount,
        redrawnPages: pages.map(({ index }) => index + 1),
        recognisedPages: [...plan.recognised],
        sameWordsOn: [...sameWordsOn],
        misplacedWordsOn: [...plan.misplacedOn],
        termsNotFound: notFound(wishes, plan.termsFound),
        bytes: file.bytes,
        sha256: file.sha256,
        sourceSha256,
      };
    },
  );
}
