import type { ReactNode } from 'react';
import type { EvidenceItem } from '../../../shared/model/evidence.ts';
import { formatBytes, formatCount, useMatter } from '../../client/index.ts';
import { InlineField } from '../../ui/index.ts';
import type { EvidenceActions } from './use-evidence-actions.ts';
import { detailWords, words } from './words.ts';

/** What several chosen items have in common, with custodian and source to be set for all of them. */
export function SeveralDetails({
  items,
  actions,
  buttons,
}: {
  items: readonly EvidenceItem[];
  actions: EvidenceActions;
  buttons: ReactNode;
}) {
  const { isReadOnly } = useMatter();
  const ids = items.map(({ id }) => id);
  const pages = items.reduce((sum, item) => sum + (item.pages ?? 0), 0);
  const bytes = items.reduce((sum, item) => sum + item.sizeBytes, 0);
  const describe = (field: 'custodian' | 'source', maxLength: number) => {
    const values = new Set(items.map((item) => item[field]));
    const [only = ''] = values;
    const isSame = values.size === 1;
    return (
      <InlineField
        key={`${ids.join(' ')} ${field}`}
        label={detailWords[field]}
        value={isSame ? only : ''}
        placeholder={isSame ? detailWords.notRecorded : words.severalValues}
        maxLength={maxLength}
        isReadOnly={isReadOnly}
        onCommit={(value) => actions.describe(ids, { [field]: value })}
      />
    );
  };
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      <div>
        <p className="font-semibold">{words.chosen(items.length)}</p>
        <p className="text-sm text-ink-soft">
          {formatCount(pages, 'page')}, {formatBytes(bytes)}
        </p>
      </div>
      {buttons}
      <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-1">
        {describe('custodian', 200)}
        {describe('source', 500)}
      </div>
    </div>
  );
}
