import { useState } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { Dialog, TextField } from '../../../ui/index.ts';
import type { EvidenceActions } from '../use-evidence-actions.ts';
import { detailWords, words } from '../words.ts';
import { useReadCollectedAt } from '../collection/collected-at.ts';
import { CollectedFields, notCollected } from '../collection/CollectedFields.tsx';
import { textLimits } from '../../../../shared/model/text-limits.ts';

interface DescribeDialogProps {
  readonly ids: readonly EvidenceId[];
  readonly actions: EvidenceActions;
  readonly onClose: () => void;
}

/** Says of several items at once whose they were and how they came. What is left empty stays as it is. */
export function DescribeDialog({ ids, actions, onClose }: DescribeDialogProps) {
  const [custodian, setCustodian] = useState('');
  const [source, setSource] = useState('');
  const [collected, setCollected] = useState(notCollected);
  const says = Object.values(collected).some((value) => value !== '');
  const at = useReadCollectedAt()(collected.at);
  const isEmpty = custodian.trim() === '' && source.trim() === '' && !says;
  const submit = () => {
    if (at === null) return;
    actions.describe(ids, {
      ...(custodian.trim() !== '' && { custodian: custodian.trim() }),
      ...(source.trim() !== '' && { source: source.trim() }),
      ...(says && { collected: { ...collected, at } }),
    });
    onClose();
  };
  return (
    <Dialog
      title={words.describeTitle(ids.length)}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={words.describeApply}
      canSubmit={!isEmpty && at !== null}
    >
      <p className="text-ink-soft">{words.describeHelp}</p>
      <TextField
        label={detailWords.custodian}
        value={custodian}
        onChange={setCustodian}
        maxLength={textLimits.evidence.custodian}
        autoFocus
      />
      <TextField
        label={detailWords.source}
        value={source}
        onChange={setSource}
        maxLength={textLimits.evidence.source}
      />
      <fieldset>
        <legend className="mb-1.5 font-semibold">{detailWords.collection}</legend>
        <CollectedFields value={collected} onChange={setCollected} />
      </fieldset>
    </Dialog>
  );
}
