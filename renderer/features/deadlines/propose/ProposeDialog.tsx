import { useRef } from 'react';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { formatCount, messageOf, useEngineMutation } from '../../../client/index.ts';
import { Button, Checkbox, Dialog, OwnEntries, SearchField, buttonWords } from '../../../ui/index.ts';
import { CounselNotice } from '../CounselNotice.tsx';
import { ProposalList } from './ProposalList.tsx';
import { useProposals, type Proposals } from './use-proposals.ts';
import { proposeWords as words } from './words.ts';

export interface ProposeDialogProps {
  /** Entries to look at; null for the whole docket. */
  readonly entryIds: readonly DocketEntry['id'][] | null;
  readonly onClose: () => void;
}

/** Deadlines that can be added in one step. */
const mostAtOnce = 1_000;

/** What the docket gives, grouped by entry and ticked, to be added to the matter in one step. */
export function ProposeDialog({ entryIds, onClose }: ProposeDialogProps) {
  const proposals = useProposals(entryIds);
  const { ticked } = proposals;
  const list = useRef<HTMLDivElement>(null);
  const add = useEngineMutation('deadlines.add', {
    errors: 'inline',
    undoMessage: (added) => words.done(formatCount(added.length, 'deadline')),
    onSuccess: onClose,
  });
  const isTooMany = ticked.length > mostAtOnce;
  const submit = () =>
    add.mutate({
      deadlines: ticked.map((proposal) => ({
        ...proposal.deadline,
        service: proposals.serviceOf(proposal),
      })),
    });

  return (
    <Dialog
      title={words.title}
      width="wide"
      losesEntries
      onClose={onClose}
      isBusy={add.isPending}
      footer={
        <>
          <span className="mr-auto flex min-w-0 flex-wrap items-center gap-x-3 self-center">
            <CounselNotice />
            {add.error ? (
              <span role="alert" className="text-danger-ink">
                {messageOf(add.error)}
              </span>
            ) : (
              isTooMany && <span className="text-danger-ink">{words.tooMany}</span>
            )}
          </span>
          <Button onPress={onClose} isDisabled={add.isPending}>
            {buttonWords.cancel}
          </Button>
          <Button
            variant="primary"
            isDisabled={add.isPending || ticked.length === 0 || isTooMany}
            onPress={submit}
          >
            {words.add(ticked.length)}
          </Button>
        </>
      }
    >
      <p className="text-ink-soft">{words.intro}</p>
      <ProposalChoices proposals={proposals} onMoveOn={() => list.current?.querySelector('input')?.focus()} />
      <div
        ref={list}
        role="group"
        aria-label={words.list}
        tabIndex={0}
        className="min-h-60 grow overflow-auto rounded-md border border-line bg-surface"
      >
        <ProposalList proposals={proposals} />
      </div>
    </Dialog>
  );
}

/** Which proposals are shown, and buttons that tick them all. */
function ProposalChoices({ proposals, onMoveOn }: { proposals: Proposals; onMoveOn: () => void }) {
  const { all, shown, ticked, tick } = proposals;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
      <div className="flex min-w-52 grow">
        <SearchField
          label={words.filter}
          value={proposals.typed}
          onChange={proposals.setTyped}
          onMoveOn={onMoveOn}
        />
      </div>
      <OwnEntries value={null}>
        <Checkbox isSelected={proposals.showsPast} onChange={proposals.setShowsPast}>
          {words.showPast}
        </Checkbox>
        {all.some(({ isAdded }) => isAdded) && (
          <Checkbox isSelected={proposals.showsAdded} onChange={proposals.setShowsAdded}>
            {words.showAdded}
          </Checkbox>
        )}
      </OwnEntries>
      <span className="flex gap-1.5">
        <Button size="small" isDisabled={shown.length === 0} onPress={() => tick(shown, true)}>
          {words.tickShown}
        </Button>
        <Button size="small" isDisabled={ticked.length === 0} onPress={() => tick(all, false)}>
          {words.untickAll}
        </Button>
      </span>
    </div>
  );
}
