import { basename } from 'node:path';
import {
  draftCertificate,
  receiptOf,
  type CertifiedItem,
} from '../../../shared/domain/authenticity/index.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { CertificateRule, Certifier } from '../../../shared/model/authenticity.ts';
import type { EvidenceId, FileRef } from '../../../shared/model/common.ts';
import { getItems } from '../evidence/index.ts';
import type { JobContext } from '../handlers.ts';
import type { WrittenPdf } from '../pdf/draw/write-drawn.ts';
import { assertNewFile } from '../platform/write-file.ts';
import { sql } from '../store/query-builder.ts';
import { captionOf } from '../tro/index.ts';
import { checkOriginals, type CheckedOriginals } from './check-originals.ts';
import { readExhibits, readParentNames } from './read-provenance.ts';
import { writePaper } from './write-paper.ts';

/** Items named in a refusal; the rest are counted. */
const namedAtMost = 5;

/**
 * Drafts the certification of a qualified person as a PDF. Every item is hashed again first, and the custody record walked: of
 * what is not shown to be as it came in, nothing is drafted. The same matter at the same moment gives the same bytes.
 *
 * @returns with what the draft leaves blank
 * @throws AppError NOT_FOUND, AUTHENTICITY_NOT_CERTIFIED, AUTHENTICITY_MADE_HERE, MATTER_CHAIN_BROKEN, EVIDENCE_RECORD_ALTERED, FILE_EXISTS, FILE_UNWRITABLE, CANCELLED
 * @see Fed. R. Evid. 902(11), (13), (14)
 */
export async function writeCertificate(
  {
    ids,
    rule,
    certifier,
    target,
  }: {
    readonly ids: readonly EvidenceId[];
    readonly rule: CertificateRule;
    readonly certifier: Certifier;
    readonly target: FileRef;
  },
  context: JobContext,
): Promise<WrittenPdf & { path?: string; missing: string[] }> {
  const { session, platform } = context;
  const filePath = context.resolveFile(target);
  context.progress(0, 0, basename(filePath));
  assertNewFile(filePath);
  const { timezone } = session.one(sql.selectFrom('matter').select('timezone'));
  const checked = await checkOriginals(ids, timezone, context);
  const text = draftCertificate({
    rule,
    certifier,
    caption: captionOf(session),
    items: certifiedItems(checked, context),
    verifiedAt: checked.at,
    custodyEvents: checked.walk.checked,
    appVersion: platform.appVersion,
    timezone,
  });
  const title = [`${text.title}, ${text.rule}`, text.caption.number].join(' · ');
  const written = await writePaper(filePath, title, { kind: 'certificate', text }, context);
  return { ...written, missing: [...text.missing] };
}

/** @throws AppError AUTHENTICITY_NOT_CERTIFIED, AUTHENTICITY_MADE_HERE, MATTER_CHAIN_BROKEN, EVIDENCE_RECORD_ALTERED */
function certifiedItems(
  { items: checked, walk }: CheckedOriginals,
  { session }: JobContext,
): CertifiedItem[] {
  const unsound = checked.filter(({ finding }) => !finding.isSound);
  if (unsound.length > 0) {
    const named = unsound.slice(0, namedAtMost).map(({ original }) => `“${original.title}”`);
    const more = unsound.length - named.length;
    throw new AppError('AUTHENTICITY_NOT_CERTIFIED', {
      which: `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
      count: unsound.length,
    });
  }
  // Who held the items is taken from the record, and so is the hash they came in with.
  const [sequence] = walk.broken;
  if (sequence !== undefined) throw new AppError('MATTER_CHAIN_BROKEN', { chain: 'custody', sequence });
  for (const { altered, original } of checked)
    if (altered !== null)
      throw new AppError('EVIDENCE_RECORD_ALTERED', { title: original.title, what: altered });
  for (const { custody, original } of checked)
    if (receiptOf(custody)?.details['madeFrom'] !== undefined)
      throw new AppError('AUTHENTICITY_MADE_HERE', { title: original.title });
  const ids = checked.map(({ original }) => original.id);
  const parents = readParentNames(session, ids);
  const exhibits = readExhibits(session, ids);
  const items = new Map(getItems(session, ids).map((item) => [item.id, item]));
  return checked.map(({ original: { id }, custody, now }) => ({
    item: items.get(id)!,
    cameIn: parents.get(id) ?? [],
    exhibits: exhibits.get(id) ?? [],
    custody,
    receipt: receiptOf(custody)!,
    verifiedSha256: now!.sha256!,
  }));
}
