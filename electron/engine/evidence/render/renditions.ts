import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Problem } from '../../../../shared/model/common.ts';
import type { Claim, EvidenceKind } from '../../../../shared/model/evidence.ts';
import type { JobContext } from '../../handlers.ts';
import { runInWorker } from '../../jobs/worker-pool.ts';
import { sql } from '../../store/query-builder.ts';
import { isToReadOnly } from '../../store/review-copies.ts';
import type { MatterSession } from '../../store/session.ts';
import { locationOf } from '../content/originals.ts';
import { bytesReader, discardStaged, stage, storeContent } from '../intake/receiving/staging.ts';

/** The longest TIFFs have thousands of pages. */
const timeoutMs = 600_000;
const maxMemoryMb = 1_024;

/** An original that is no PDF. */
export interface Renderable {
  readonly contentId: number;
  readonly kind: EvidenceKind;
  /** Name the original came with. */
  readonly name: string;
  readonly sha256: string;
}

/** A kept PDF that stands for an original. */
export interface Rendition {
  /** Of the PDF. */
  readonly contentId: number;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly pages: number;
  readonly problems: readonly Problem[];
}

/**
 * The PDF that stands for an original, as this version of the app makes it: the kept one, else made now and kept. What
 * other versions made stays beside it.
 *
 * @throws AppError EVIDENCE_DAMAGED, EVIDENCE_UNSUPPORTED_KIND, EVIDENCE_TOO_DEMANDING; MATTER_READ_ONLY; CANCELLED, DISK_FULL
 * @example const { contentId, pages } = await ensureRendition(item, context);
 */
export async function ensureRendition(item: Renderable, context: JobContext): Promise<Rendition> {
  const { session, platform, signal } = context;
  const kept = findRendition(session, item.contentId);
  if (kept) return kept;
  if (isToReadOnly(session)) throw new AppError('MATTER_READ_ONLY');
  const { contentId, kind, name, sha256 } = item;
  const { bytes, pages, problems } = await runInWorker(
    platform,
    'evidence.render',
    {
      location: locationOf(contentId, session),
      kind,
      name,
      sha256,
      ...factsOf(session, contentId),
    },
    { timeoutMs, maxMemoryMb, limitCode: 'EVIDENCE_TOO_DEMANDING', name, signal },
  );
  const staged = await stage(session, bytesReader(bytes), { signal });
  let renditionId: number | undefined;
  try {
    renditionId = context.commit(`make the PDF of “${name}”`, () => {
      const id = storeContent(session, staged);
      session.run(
        sql
          .insertInto('rendition')
          .values({
            content_id: contentId,
            app_version: platform.appVersion,
            rendition_id: id,
            made_at: platform.now(),
            pages,
            problems: JSON.stringify(problems),
          })
          // Made by two at once, it is the same.
          .onConflict((conflict) => conflict.doNothing()),
      );
      return id;
    });
    return { contentId: renditionId, sha256: staged.sha256, sizeBytes: staged.sizeBytes, pages, problems };
  } finally {
    if (!('contentId' in staged) || staged.contentId !== renditionId) await discardStaged(session, staged);
  }
}

/** The PDF of an original that this version of the app has made already. */
function findRendition(session: MatterSession, contentId: number): Rendition | undefined {
  const row = session.get(
    sql
      .selectFrom('rendition')
      .innerJoin('content', 'content.id', 'rendition.rendition_id')
      .select([
        'rendition.rendition_id',
        'rendition.pages',
        'rendition.problems',
        'content.sha256',
        'content.size_bytes',
      ])
      .where('rendition.content_id', '=', contentId)
      .where('rendition.app_version', '=', session.platform.appVersion),
  );
  return (
    row && {
      contentId: row.rendition_id,
      sha256: row.sha256!,
      sizeBytes: row.size_bytes,
      pages: row.pages,
      problems: JSON.parse(row.problems) as Problem[],
    }
  );
}

function factsOf(session: MatterSession, contentId: number): { sizeBytes: number; claims: Claim[] } {
  const { size_bytes: sizeBytes } = session.one(
    sql.selectFrom('content').select('size_bytes').where('id', '=', contentId),
  );
  const claims = session.all(
    sql.selectFrom('claim').select(['field', 'value']).where('content_id', '=', contentId).orderBy('id'),
  ) as Claim[];
  return { sizeBytes, claims };
}
