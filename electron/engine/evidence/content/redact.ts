import { basename } from 'node:path';
import type { RedactedCopy } from '../../../../shared/contract/redactions.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { JobContext } from '../../handlers.ts';
import { redactFile, type RedactRequest } from '../../pdf/redact-file.ts';
import { appendCustody } from '../../store/custody.ts';
import { passwordOf } from '../../store/passwords.ts';
import { isToReadOnly } from '../../store/review-copies.ts';
import { ensureRendition } from '../render/renditions.ts';
import { chooseOriginals, type Original } from './originals.ts';

/**
 * Writes a redacted copy of an item's PDF, or of the one that stands for it, and says so in its custody history. The original stays as it
 * came.
 *
 * @param target a new file
 * @throws AppError NOT_FOUND; as `ensureRendition` and `redactFile` do; CANCELLED
 */
export async function redactItem(
  id: EvidenceId,
  target: string,
  wishes: RedactRequest['wishes'],
  context: JobContext,
): Promise<RedactedCopy> {
  const { session, platform, signal, person } = context;
  const [original] = chooseOriginals(session, [id]);
  const { title } = original!;
  const { contentId, password } = await pdfOf(original!, context);
  const { filePath, passphrase } = session;
  const copy = await redactFile(
    {
      location: { matter: { filePath, passphrase }, contentId },
      password,
      name: title,
      wishes,
      target,
      signal,
      onProgress: ({ done, total }) => context.progress(done, total, title),
    },
    platform,
  );
  if (!isToReadOnly(session))
    context.commit(`export a redacted copy of “${title}”`, () =>
      appendCustody(session, {
        evidenceId: id,
        action: 'exported',
        person,
        details: { fileName: basename(target), sha256: copy.sha256, form: 'redacted' },
      }),
    );
  return copy;
}

async function pdfOf(
  { contentId, kind, title, sha256 }: Original,
  context: JobContext,
): Promise<{ contentId: number; password: string | undefined }> {
  if (kind === 'pdf') return { contentId, password: passwordOf(context.session, contentId) };
  const rendition = await ensureRendition({ contentId, kind, name: title, sha256 }, context);
  return { contentId: rendition.contentId, password: undefined };
}
