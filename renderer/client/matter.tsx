import { createContext, use, useMemo, type ReactNode } from 'react';
import type { Matter } from '../../shared/model/matter.ts';
import type { ReviewCopy } from '../../shared/model/review.ts';
import { WhyReadOnly } from '../ui/index.ts';
import { useEngineQuery } from './engine/engine-provider.tsx';

interface MatterState {
  readonly matter: Matter | null;
  /** The review copy that the matter is; null where it is not one. */
  readonly copy: ReviewCopy | null;
  readonly canComment: boolean;
}
const none: MatterState = { matter: null, copy: null, canComment: false };
const MatterContext = createContext<MatterState>(none);

/**
 * Gives the open matter to everything below; null while none is open. A review copy is given as a read-only matter, whatever
 * may be done with its notes and coding: `useCanComment` answers that.
 */
export function MatterProvider({ matter, children }: { matter: Matter | null; children: ReactNode }) {
  const { data } = useEngineQuery('review.copy.list', matter && { matterId: matter.id });
  const copy = (matter && data?.self) || null;
  const state = useMemo<MatterState>(
    () =>
      matter
        ? {
            matter: copy ? { ...matter, isReadOnly: true } : matter,
            copy,
            canComment: !matter.isReadOnly && copy?.mode !== 'read',
          }
        : none,
    [matter, copy],
  );
  return (
    <MatterContext value={state}>
      <WhyReadOnly value={whyReadOnly(state)}>{children}</WhyReadOnly>
    </MatterContext>
  );
}

/** Why what belongs to the matter cannot be changed; null where it can be. */
function whyReadOnly({ matter, copy, canComment }: MatterState): string | null {
  if (!matter?.isReadOnly) return null;
  if (copy === null) return 'This matter is open read-only, so nothing in it can be changed.';
  return canComment
    ? 'In this review copy only notes and coding can be changed, under Notes and Review.'
    : 'This review copy is for reading: nothing in it can be changed.';
}

/** The open matter, or null. */
export function useOpenMatter(): Matter | null {
  return use(MatterContext).matter;
}

/** The open matter. For panes, which are shown only while a matter is open. */
export function useMatter(): Matter {
  const { matter } = use(MatterContext);
  if (!matter) throw new Error('useMatter was called with no matter open');
  return matter;
}

/** The review copy that the open matter is; null where it is not one. */
export function useReviewCopy(): ReviewCopy | null {
  return use(MatterContext).copy;
}

/** Whether notes and coding can be changed: in a matter that can be written, and in a review copy for comments. */
export function useCanComment(): boolean {
  return use(MatterContext).canComment;
}
