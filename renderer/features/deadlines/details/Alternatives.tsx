import { Scale, ShieldCheck } from 'lucide-react';
import { effectiveDue, isEarliest } from '../../../../shared/domain/deadlines/effective-due.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { formatMoment } from '../../../client/index.ts';
import { Badge } from '../../../ui/index.ts';
import { detailWords as words } from '../words.ts';
import { WarningSection } from './WarningSection.tsx';

type Counted = Pick<Deadline, 'computed' | 'overrides' | 'printed' | 'rule'>;

/**
 * The moment that is safe whatever a court holds: the earliest that may be the end, or the latest that may be the beginning.
 * A day ends after each of its minutes.
 *
 * @returns null where nothing is unsettled
 */
export function safeMoment({ computed, rule }: Pick<Deadline, 'computed' | 'rule'>): string | null {
  if (computed === null || computed.alternatives.length === 0) return null;
  const moments = [effectiveDue(computed), ...computed.alternatives.map((each) => each.due)];
  const isLatest = isEarliest({ rule });
  return moments.reduce((safe, each) => (endKey(each) < endKey(safe) === isLatest ? safe : each));
}

function endKey(moment: string): string {
  return moment.length > 10 ? moment : `${moment}T24:00`;
}

/** Where the law is unsettled: what else may be argued, and which date is safe. */
export function Alternatives({ deadline, timeZone }: { deadline: Counted; timeZone: string }) {
  const { computed, overrides, printed } = deadline;
  const safe = safeMoment(deadline);
  if (computed === null || safe === null) return null;
  const isHolding = overrides.length === 0 && printed === null;
  return (
    <WarningSection title={words.alternatives} icon={<Scale aria-hidden />}>
      <ul data-selectable className="flex flex-col gap-1 tabular-nums">
        {[{ due: effectiveDue(computed), why: '', cite: '' }, ...computed.alternatives].map((each, at) => (
          <li key={at} className="flex flex-col">
            <span className="flex flex-wrap items-center gap-1.5">
              <span className="font-medium">{formatMoment(each.due, timeZone)}</span>
              {at === 0 && <Badge>{isHolding ? words.holds : words.counted}</Badge>}
              {each.due === safe && (
                <Badge tone="success" icon={<ShieldCheck aria-hidden />}>
                  {words.safe}
                </Badge>
              )}
            </span>
            {each.why !== '' && (
              <span className="text-sm wrap-anywhere">
                {each.why} {each.cite}
              </span>
            )}
          </li>
        ))}
      </ul>
      {isHolding && (
        <p className="font-medium">
          {(isEarliest(deadline) ? words.safeFrom : words.safeBy)(formatMoment(safe, timeZone))}
        </p>
      )}
    </WarningSection>
  );
}
