import type { Overlay } from '../../model/overlay.ts';

type Documents = Overlay['documents'];

/** Documents of which a load file changes anything. */
export function correctedBy({ documents }: Pick<Overlay, 'documents'>): Documents {
  return documents.filter(({ changes }) => changes.length > 0);
}

/** All changes that a load file makes, each with its document's numbers and item. */
export function changesBy({ documents }: Pick<Overlay, 'documents'>) {
  return documents.flatMap(({ range, evidenceId, changes }) =>
    changes.map((change) => ({ range, evidenceId, ...change })),
  );
}

/**
 * All differences that stay, each with its document's numbers. What files say themselves is written otherwise as a rule, “Lee, A.” for
 * “A. Lee”: it stands last.
 */
export function keptBeside({ documents }: Pick<Overlay, 'documents'>) {
  return documents
    .flatMap(({ range, kept }) => kept.map((difference) => ({ range, ...difference })))
    .toSorted((a, b) => Number(a.reason === 'own') - Number(b.reason === 'own'));
}
