import { useEffect, useMemo } from 'react';
import { decisionFieldWords } from '../../../../shared/domain/review/decision-words.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { formatNumber, messageOf, useEngineQuery, useMatter } from '../../../client/index.ts';
import { Banner, ErrorLine } from '../../../ui/index.ts';
import { isDeciding, type Decision } from '../coding/decision.ts';
import { bulkWords as words } from '../words.ts';

interface BulkPreviewProps {
  readonly ids: readonly EvidenceId[];
  readonly decision: Decision;
  /** Receives how many items would change; null while that is not known. */
  readonly onChanged: (changed: number | null) => void;
}

/** What a decision about many items would fill in, and what it would replace. */
export function BulkPreview({ ids, decision, onChanged }: BulkPreviewProps) {
  const { id: matterId } = useMatter();
  const isAsked = isDeciding(decision) || decision.isReviewed === true;
  const asked = useMemo(
    () => (isAsked ? { matterId, ids: [...ids], decision } : null),
    [isAsked, matterId, ids, decision],
  );
  const { data, error, isPending } = useEngineQuery('review.preview', asked, { keepsPrevious: true });
  const changed = isAsked && data ? data.changed : null;
  useEffect(() => onChanged(changed), [changed, onChanged]);
  const fields = data?.fields.filter(({ filled, replaced }) => filled + replaced > 0) ?? [];
  const replaced = fields.reduce((sum, field) => sum + field.replaced, 0);
  return (
    <section
      aria-label={words.preview}
      className="flex min-h-24 flex-col gap-2 rounded-md border border-line bg-sunken p-3"
    >
      <h3 className="text-sm font-medium">{words.preview}</h3>
      {!isAsked ? (
        <p className="text-ink-soft">{words.nothingChosen}</p>
      ) : error ? (
        <ErrorLine>{messageOf(error)}</ErrorLine>
      ) : isPending || !data ? (
        <p className="text-ink-soft">{words.reading}</p>
      ) : (
        <>
          <p role="status" className="tabular-nums">
            {data.changed === 0 ? words.none(data.items) : words.changed(data.changed, data.items)}
          </p>
          {fields.length > 0 && (
            <table className="w-full text-left tabular-nums">
              <thead>
                <tr className="text-sm text-ink-soft">
                  <th className="pr-3 font-medium">{words.field}</th>
                  <th className="pr-3 text-right font-medium">{words.filled}</th>
                  <th className="text-right font-medium">{words.replaced}</th>
                </tr>
              </thead>
              <tbody>
                {fields.map(({ field, filled, replaced: lost }) => (
                  <tr key={field} className="border-t border-line">
                    <th className="py-0.5 pr-3 font-normal">{decisionFieldWords[field]}</th>
                    <td className="pr-3 text-right">{formatNumber(filled)}</td>
                    <td className={`text-right ${lost > 0 ? 'font-semibold' : ''}`}>{formatNumber(lost)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {replaced > 0 && <Banner tone="warning">{words.replacing(replaced)}</Banner>}
        </>
      )}
    </section>
  );
}
