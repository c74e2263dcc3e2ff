import { privilegeWords } from '../../../../shared/domain/review/decision-words.ts';
import { useDeferredValue, useMemo, useState } from 'react';
import type { EvidenceId, TagId } from '../../../../shared/model/common.ts';
import { Checkbox, Dialog, SegmentedControl, Select, TextArea, optionsOf } from '../../../ui/index.ts';
import { TagDot, useTags } from '../../evidence/index.ts';
import { isDeciding, type Decision } from '../coding/decision.ts';
import { bulkWords as words, codingWords, relevanceNames } from '../words.ts';
import { BulkPreview } from './BulkPreview.tsx';
import { textLimits } from '../../../../shared/model/text-limits.ts';

interface BulkDialogProps {
  readonly ids: readonly EvidenceId[];
  /** What is decided already by the key that opened it. */
  readonly initial: Decision;
  readonly onApply: (decision: Decision) => void;
  readonly onClose: () => void;
}

/** Decides about many items in one step, after showing what would change. */
export function BulkDialog({ ids, initial, onApply, onClose }: BulkDialogProps) {
  const [decision, setDecision] = useState<Decision>({ isReviewed: true, ...initial });
  const [changed, setChanged] = useState<number | null>(null);
  const issues = useTags().filter(({ kind }) => kind === 'issue');
  const { isResponsive, relevance, privilege, privilegeNote = '' } = decision;
  const { addIssueIds = [], removeIssueIds = [] } = decision;
  const change = (patch: Decision) => setDecision((before) => ({ ...before, ...patch }));
  // An empty description leaves those that are there.
  const asked = useMemo(
    () => ({ ...decision, privilegeNote: decision.privilegeNote?.trim() || undefined }),
    [decision],
  );
  const canApply = (isDeciding(asked) || asked.isReviewed === true) && changed !== 0;
  const apply = () => {
    onApply(asked);
    onClose();
  };
  return (
    <Dialog
      title={words.title(ids.length)}
      onClose={onClose}
      onSubmit={apply}
      submitLabel={words.apply(ids.length)}
      canSubmit={canApply}
    >
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        <DecisionSelect
          label={codingWords.responsive}
          value={isResponsive === false ? 'no' : isResponsive && 'yes'}
          onChange={(value) => change({ isResponsive: value && value === 'yes' })}
          options={optionsOf({ yes: codingWords.responsive, no: codingWords.notResponsive })}
        />
        <DecisionSelect
          label={codingWords.relevance}
          value={typeof relevance === 'number' ? String(relevance) : relevance}
          onChange={(value) => change({ relevance: typeof value === 'string' ? Number(value) : value })}
          options={relevanceNames.map((label, value) => ({ value: String(value), label }))}
        />
        <DecisionSelect
          label={codingWords.privilege}
          value={privilege}
          onChange={(value) => change({ privilege: value })}
          options={optionsOf(privilegeWords)}
        />
      </div>
      {privilege && privilege !== 'none' && (
        <TextArea
          label={words.note}
          rows={2}
          value={privilegeNote}
          onChange={(value) => change({ privilegeNote: value })}
          description={words.noteHelp}
          maxLength={textLimits.review.privilegeNote}
        />
      )}
      {issues.length > 0 && (
        <div role="group" aria-label={codingWords.issues} className="flex flex-col gap-1">
          <span aria-hidden className="text-sm font-medium">
            {codingWords.issues}
          </span>
          {issues.map(({ id, name, color }) => (
            <div key={id} className="flex items-center gap-2">
              <TagDot color={color} />
              <span className="min-w-0 grow truncate" title={name}>
                {name}
              </span>
              <SegmentedControl<'leave' | 'add' | 'remove'>
                label={name}
                value={addIssueIds.includes(id) ? 'add' : removeIssueIds.includes(id) ? 'remove' : 'leave'}
                onChange={(value) =>
                  change({
                    addIssueIds: withOrWithout(addIssueIds, id, value === 'add'),
                    removeIssueIds: withOrWithout(removeIssueIds, id, value === 'remove'),
                  })
                }
                options={optionsOf({ leave: words.leave, add: words.add, remove: words.remove })}
              />
            </div>
          ))}
        </div>
      )}
      <Checkbox isSelected={decision.isReviewed === true} onChange={(isReviewed) => change({ isReviewed })}>
        {words.isReviewed}
      </Checkbox>
      <BulkPreview ids={ids} decision={useDeferredValue(asked)} onChanged={setChanged} />
    </Dialog>
  );
}

interface DecisionSelectProps<V extends string> {
  readonly label: string;
  /** Null to clear what was decided, undefined to leave it as it is. */
  readonly value: V | null | undefined;
  readonly onChange: (value: V | null | undefined) => void;
  readonly options: readonly { readonly value: V; readonly label: string }[];
}

function DecisionSelect<V extends string>({ label, value, onChange, options }: DecisionSelectProps<V>) {
  return (
    <Select<V | 'leave' | 'clear'>
      label={label}
      value={value === undefined ? 'leave' : (value ?? 'clear')}
      onChange={(next) => onChange(next === 'leave' ? undefined : next === 'clear' ? null : next)}
      options={[{ value: 'leave', label: words.leave }, ...options, { value: 'clear', label: words.clear }]}
    />
  );
}

const withOrWithout = (ids: readonly TagId[], id: TagId, isWith: boolean): TagId[] => [
  ...ids.filter((other) => other !== id),
  ...(isWith ? [id] : []),
];
