import { basename } from 'node:path';
import type { JobResult } from '../../../../shared/contract/api.ts';
import { groupOf } from '../../../../shared/domain/evidence/kind-groups.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { ImageKind } from '../../formats/images/index.ts';
import type { JobContext } from '../../handlers.ts';
import { proposeInFile, redactFile } from '../../pdf/redact-file.ts';
import type { RedactProgress } from '../../pdf/redact/task.ts';
import { appendCustody } from '../../store/custody.ts';
import { passwordOf } from '../../store/passwords.ts';
import { readRedactionMarks } from '../../store/redaction-marks.ts';
import { isToReadOnly } from '../../store/review-copies.ts';
import { ensureRendition } from '../render/renditions.ts';
import { chooseOriginals, locationOf } from './originals.ts';

/** What is looked for in an item. */
interface Sought {
  readonly terms: readonly string[];
  readonly hasIdentifiers: boolean;
}

/**
 * Writes a redacted copy of an item's PDF, or of the one that stands for it, and says so in its custody history. The original stays as it
 * came, and what is marked on it for redaction too.
 *
 * @param target a new file
 * @param sought `hasMarks` where what is marked for redaction is removed
 * @returns the copy, how many marks were applied in it, and for a window what it is added with as evidence
 * @throws AppError NOT_FOUND; as `ensureRendition` and `redactFile` do; CANCELLED
 */
export async function redactItem(
  id: EvidenceId,
  target: string,
  { hasMarks, ...sought }: Sought & { readonly hasMarks: boolean },
  context: JobContext,
): Promise<JobResult<'evidence.redact'>> {
  const { session, platform, person, isTrusted, services } = context;
  const marks = hasMarks ? readRedactionMarks(session, [id]) : [];
  const { title, kind, input } = await looked(id, context);
  // A picture has too many bytes to be guessed.
  const hasHashes = kind !== 'pdf' && !input.picture;
  const areas = marks.flatMap(({ page, rects, quote }) =>
    rects.map((area) => ({ page, area, isOnWords: quote !== '' })),
  );
  const copy = await redactFile({ ...input, wishes: { ...sought, areas, hasHashes }, target }, platform);
  const isToRead = isToReadOnly(session);
  if (!isToRead)
    context.commit(`export a redacted copy of “${title}”`, () =>
      appendCustody(session, {
        evidenceId: id,
        action: 'exported',
        person,
        details: { fileName: basename(target), sha256: copy.sha256, form: 'redacted' },
      }),
    );
  return {
    ...copy,
    marks: marks.length,
    ...(!isTrusted && !isToRead && { addToken: services.tokens.grant(target) }),
  };
}

/**
 * Looks in an item for what could be redacted: in its PDF, or in the one that stands for a picture.
 *
 * @throws AppError NOT_FOUND; INVALID_INPUT where nothing is looked for, or the item has no pages to be marked; as `ensureRendition` and
 *   `proposeInFile` do; CANCELLED
 */
export async function proposeForItem(
  id: EvidenceId,
  sought: Sought,
  context: JobContext,
): Promise<JobResult<'evidence.proposeRedactions'>> {
  if (sought.terms.length === 0 && !sought.hasIdentifiers)
    throw new AppError('INVALID_INPUT', { summary: 'nothing to look for — name words or identifiers' });
  const { kind, input } = await looked(id, context);
  if (kind !== 'pdf' && !input.picture)
    throw new AppError('INVALID_INPUT', { summary: 'it has no pages that could be marked' });
  const { proposals, recognised, hiddenOn, termsNotFound } = await proposeInFile(
    { ...input, wishes: sought },
    context.platform,
  );
  return {
    proposals: proposals.map(({ areas, ...proposal }) => ({ ...proposal, rects: [...areas] })),
    recognisedPages: recognised,
    hiddenOn,
    termsNotFound,
  };
}

/** An item's PDF as it is looked through, with its progress told; of a picture the PDF that stands for it. */
async function looked(id: EvidenceId, context: JobContext) {
  const { session, signal } = context;
  const [original] = chooseOriginals(session, [id]);
  const { contentId, kind, title, sha256 } = original!;
  const isPdf = kind === 'pdf';
  const standIn = isPdf ? null : await ensureRendition({ contentId, kind, name: title, sha256 }, context);
  const input = {
    location: locationOf(standIn?.contentId ?? contentId, session),
    password: isPdf ? passwordOf(session, contentId) : undefined,
    name: title,
    picture:
      groupOf(kind) === 'image'
        ? { location: locationOf(contentId, session), kind: kind as ImageKind }
        : undefined,
    signal,
    onProgress: ({ done, total }: RedactProgress) => context.progress(done, total, title),
  };
  return { title, kind, input };
}
