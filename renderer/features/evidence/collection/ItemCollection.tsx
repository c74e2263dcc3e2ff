import type { Collected, EvidenceItem } from '../../../../shared/model/evidence.ts';
import { formatDate, showError, useMatter } from '../../../client/index.ts';
import { InlineField } from '../../../ui/index.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceActions } from '../use-evidence-actions.ts';
import { detailWords as words } from '../words.ts';
import { useReadCollectedAt } from './collected-at.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** When, by whom, where and how an item was collected, edited in place. */
export function ItemCollection({ item, actions }: { item: EvidenceItem; actions: EvidenceActions }) {
  const { isReadOnly } = useMatter();
  const readCollectedAt = useReadCollectedAt();
  const field = (name: keyof Collected, label: string, maxLength: number) => (
    <InlineField
      key={`${item.id} ${name}`}
      label={label}
      value={name === 'at' ? writtenOut(item.collected.at) : item.collected[name]}
      placeholder={words.notRecorded}
      maxLength={maxLength}
      isReadOnly={isReadOnly}
      onCommit={(typed) => {
        const value = name === 'at' ? readCollectedAt(typed) : typed;
        if (value === null) showError(new AppError('INVALID_INPUT', { summary: words.collectedAtWrong }));
        else actions.describe([item.id], { collected: { ...item.collected, [name]: value } });
      }}
    />
  );
  return (
    <section aria-labelledby="collected-heading" className="border-t border-line pt-3">
      <h3 id="collected-heading" className="mb-1 font-semibold">
        {words.collection}
      </h3>
      <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-1">
        {field('at', words.collectedAt, Infinity)}
        {field('by', words.collectedBy, textLimits.evidence.collectedBy)}
        {field('where', words.collectedWhere, textLimits.evidence.collectedWhere)}
        {field('how', words.collectedHow, textLimits.evidence.collectedHow)}
      </div>
    </section>
  );
}

/** A day as one would type it; an instant, as a tool wrote it, stays as it is. */
function writtenOut(at: string): string {
  return at.length === 10 ? formatDate(at) : at;
}
