import type { ReactNode } from 'react';
import { relevanceWords } from '../../../../shared/domain/evidence/relevance-words.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { formatSize, formatCount, formatNumber, useMatter, QueryFallback } from '../../../client/index.ts';
import { InlineField } from '../../../ui/index.ts';
import { TagDot, useTags } from '../tags/TagChips.tsx';
import type { EvidenceActions } from '../use-evidence-actions.ts';
import { useSummary } from '../use-summary.ts';
import { detailWords, filterWords, words } from '../words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

interface SeveralDetailsProps {
  readonly ids: readonly EvidenceId[];
  readonly actions: EvidenceActions;
  readonly buttons: ReactNode;
}

/** What several chosen items have in common, with custodian and source to be set for all of them. */
export function SeveralDetails({ ids, actions, buttons }: SeveralDetailsProps) {
  const { isReadOnly } = useMatter();
  const tags = useTags();
  const query = useSummary(ids);
  const summary = query.data;
  if (!summary) return <QueryFallback query={query} />;
  const describe = (field: 'custodian' | 'source') => {
    const value = summary[field];
    return (
      <InlineField
        key={`${ids.length} ${ids[0]} ${field} ${value}`}
        label={detailWords[field]}
        value={value ?? ''}
        placeholder={value === null ? words.severalValues : detailWords.notRecorded}
        maxLength={textLimits.evidence[field]}
        isReadOnly={isReadOnly}
        onCommit={(next) => actions.describe(ids, { [field]: next })}
      />
    );
  };
  const of = (count: number) => `${formatNumber(count)} of ${formatNumber(summary.items)}`;
  const borne = new Map(summary.tags.map(({ tagId, items }) => [tagId, items]));
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      <div>
        <h2 className="font-semibold">{words.chosen(summary.items)}</h2>
        <p className="text-sm text-ink-soft">
          {formatCount(summary.pages, 'page')}, {formatSize(summary.bytes)}
        </p>
      </div>
      {buttons}
      <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-1">
        {describe('custodian')}
        {describe('source')}
      </div>
      <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-1 border-t border-line pt-3">
        <dt className="text-sm leading-5 text-ink-soft">{filterWords.reviewed}</dt>
        <dd className="tabular-nums">{of(summary.reviewed)}</dd>
        <dt className="text-sm leading-5 text-ink-soft">{filterWords.flagged}</dt>
        <dd className="tabular-nums">{of(summary.flagged)}</dd>
        <dt className="text-sm leading-5 text-ink-soft">{filterWords.relevance}</dt>
        <dd>{summary.relevance.same ? relevanceWords(summary.relevance.value) : words.severalValues}</dd>
        {tags
          .filter(({ id }) => borne.has(id))
          .map(({ id, name, color }) => (
            <div key={id} className="col-span-2 grid grid-cols-subgrid">
              <dt className="flex min-w-0 items-center gap-1.5 text-sm text-ink-soft">
                <TagDot color={color} />
                <span className="truncate" title={name}>
                  {name}
                </span>
              </dt>
              <dd className="tabular-nums">{of(borne.get(id) ?? 0)}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
