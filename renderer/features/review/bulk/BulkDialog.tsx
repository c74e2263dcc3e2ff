import { privilegeWords } from '../../../../shared/domain/review/decision-words.ts';
import { useDeferredValue, useState } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import {
  Checkbox,
  Dialog,
  SegmentedControl,
  Select,
  SubmitButtons,
  TextArea,
  optionsOf,
} from '../../../ui/index.ts';
import { TagDot, useTags } from '../../evidence/index.ts';
import { isDeciding, type Decision } from '../coding/decision.ts';
import { bulkWords as words, codingWords, relevanceNames } from '../words.ts';
import { choicesOf, decisionOf, type BulkChoices } from './bulk-choices.ts';
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
  const [choices, setChoices] = useState<BulkChoices>(() => choicesOf(initial));
  const [changed, setChanged] = useState<number | null>(null);
  const issues = useTags().filter(({ kind }) => kind === 'issue');
  const change = (patch: Partial<BulkChoices>) => setChoices((before) => ({ ...before, ...patch }));
  const decision = useDeferredValue(decisionOf(choices));
  const canApply = (isDeciding(decision) || decision.isReviewed === true) && changed !== 0;
  const apply = () => {
    if (!canApply) return;
    onApply(decisionOf(choices));
    onClose();
  };
  const leave = { value: 'leave', label: words.leave } as const;
  const clear = { value: 'clear', label: words.clear } as const;
  return (
    <Dialog
      title={words.title(ids.length)}
      onClose={onClose}
      onSubmit={apply}
      footer={<SubmitButtons label={words.apply(ids.length)} isDisabled={!canApply} onCancel={onClose} />}
    >
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        <Select<BulkChoices['responsive']>
          label={codingWords.responsive}
          value={choices.responsive}
          onChange={(responsive) => change({ responsive })}
          options={[
            leave,
            { value: 'yes', label: codingWords.responsive },
            { value: 'no', label: codingWords.notResponsive },
            clear,
          ]}
        />
        <Select<BulkChoices['relevance']>
          label={codingWords.relevance}
          value={choices.relevance}
          onChange={(relevance) => change({ relevance })}
          options={[
            leave,
            ...relevanceNames.map((label, value) => ({ value: String(value) as '0', label })),
            clear,
          ]}
        />
        <Select<BulkChoices['privilege']>
          label={codingWords.privilege}
          value={choices.privilege}
          onChange={(privilege) => change({ privilege })}
          options={[leave, ...optionsOf(privilegeWords), clear]}
        />
      </div>
      {choices.privilege !== 'leave' && choices.privilege !== 'clear' && choices.privilege !== 'none' && (
        <TextArea
          label={words.note}
          rows={2}
          value={choices.privilegeNote}
          onChange={(privilegeNote) => change({ privilegeNote })}
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
                value={choices.issues[id] ?? 'leave'}
                onChange={(value) => change({ issues: { ...choices.issues, [id]: value } })}
                options={[
                  leave,
                  { value: 'add', label: words.add },
                  { value: 'remove', label: words.remove },
                ]}
              />
            </div>
          ))}
        </div>
      )}
      <Checkbox isSelected={choices.isReviewed} onChange={(isReviewed) => change({ isReviewed })}>
        {words.isReviewed}
      </Checkbox>
      <BulkPreview ids={ids} decision={decision} onChanged={setChanged} />
    </Dialog>
  );
}
