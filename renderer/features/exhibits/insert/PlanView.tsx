import type { AffectedCitation, Exhibit, LabelChange } from '../../../../shared/model/exhibits.ts';
import { AffectedCitations } from './AffectedCitations.tsx';
import { WasNowTable } from './WasNowTable.tsx';
import { placeWords as words } from './words.ts';

interface PlanViewProps {
  readonly exhibits: readonly Exhibit[];
  readonly plan: {
    readonly changes: readonly LabelChange[];
    readonly affectedCitations: readonly AffectedCitation[];
  };
}

/** What would change before it is applied: labels that differ or are new, and the citations they would make wrong. */
export function PlanView({ exhibits, plan }: PlanViewProps) {
  const { affectedCitations: citations } = plan;
  const differing = plan.changes.filter(({ was, now }) => was !== now);
  const moved = differing.filter(({ id }) => id !== null).length;
  return (
    <>
      {differing.length > 0 && <WasNowTable caption={words.planTitle} changes={differing} />}
      {exhibits.length > moved && (
        <p className="text-sm text-ink-soft">{words.kept(exhibits.length - moved)}</p>
      )}
      {/* Where no label changes there is nothing to be sure of. */}
      {(moved > 0 || citations.length > 0) && <AffectedCitations citations={citations} />}
    </>
  );
}
