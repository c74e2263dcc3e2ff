import type { Problem } from '../../model/common.ts';
import type { EvidenceKind } from '../../model/evidence.ts';

const kinds: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>(['pdf', 'png', 'jpeg']);
const damage: ReadonlySet<string> = new Set(['EVIDENCE_DAMAGED', 'EVIDENCE_REPAIRED_TO_READ']);

/**
 * Whether an item's own pages go into a build: those of PDFs, and sound JPEGs and PNGs, bit for bit. Of others the PDF that is made of
 * them does: viewers may show nothing of a damaged picture, and no page would say so.
 *
 * @param problems of the item's inspection
 * @example isCarriedAsStored({ kind: 'heic', problems: [] }) // false
 */
export function isCarriedAsStored({
  kind,
  problems,
}: {
  readonly kind: EvidenceKind;
  readonly problems: readonly Pick<Problem, 'code'>[];
}): boolean {
  return kinds.has(kind) && (kind === 'pdf' || !problems.some(({ code }) => damage.has(code)));
}
