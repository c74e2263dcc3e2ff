import { CalendarSearch } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { DeadlineProposal } from '../../../../shared/model/deadlines.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import type { ServiceKind } from '../../../../shared/model/time-counting.ts';
import {
  courtNow,
  formatCount,
  messageOf,
  useEngineMutation,
  useEngineQuery,
  useMatter,
  useNow,
} from '../../../client/index.ts';
import {
  Button,
  Checkbox,
  Dialog,
  EmptyState,
  ErrorState,
  LoadingState,
  SearchField,
  buttonWords,
} from '../../../ui/index.ts';
import { CounselNotice } from '../CounselNotice.tsx';
import { filterProposals, groupProposals, isUndated } from './proposal-groups.ts';
import { ProposalRow } from './ProposalRow.tsx';
import { proposeWords as words } from './words.ts';

export interface ProposeDialogProps {
  /** Entries to look at; null for the whole docket. */
  readonly entryIds: readonly DocketEntry['id'][] | null;
  readonly onClose: () => void;
}

/** What has no date yet is not added from here. */
const tickable = (proposals: readonly DeadlineProposal[]) => proposals.filter((one) => !isUndated(one));
const none: readonly DeadlineProposal[] = [];
/** Proposals drawn at first; a docket of years gives thousands. */
const drawnAtFirst = 150;
const mostAtOnce = 1_000;

/** What the docket gives, grouped by entry and ticked, to be added to the matter in one step. */
export function ProposeDialog({ entryIds, onClose }: ProposeDialogProps) {
  const { id: matterId, timezone } = useMatter();
  const today = courtNow(timezone, useNow()).slice(0, 10);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const filter = useDeferredValue(typed);
  const [showsAdded, setShowsAdded] = useState(false);
  const [isPastShown, setIsPastShown] = useState<boolean | null>(null);
  const [changedTicks, setChangedTicks] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [services, setServices] = useState<ReadonlyMap<string, ServiceKind>>(new Map());
  const [drawn, setDrawn] = useState(drawnAtFirst);
  const { data, error, refetch } = useEngineQuery('deadlines.propose', {
    matterId,
    ...(entryIds && { entryIds: [...entryIds] }),
  });
  const all = data ?? none;
  // Where everything lies in the past, as in a matter taken over late, hiding it would show an empty list.
  const showsPast = isPastShown ?? !all.some(({ due, isAdded }) => due >= today && !isAdded);
  const shown = useMemo(
    () => filterProposals(all, { typed: filter, showsAdded, showsPast, today }),
    [all, filter, showsAdded, showsPast, today],
  );
  const groups = useMemo(() => groupProposals(shown.slice(0, drawn)), [shown, drawn]);
  const isTicked = ({ key, isSuggested, isAdded }: DeadlineProposal) =>
    !isAdded && (changedTicks.get(key) ?? isSuggested);
  const ticked = all.filter(isTicked);
  const tick = (proposals: readonly DeadlineProposal[], is: boolean) =>
    setChangedTicks(
      (before) => new Map([...before, ...tickable(proposals).map(({ key }) => [key, is] as const)]),
    );

  const add = useEngineMutation('deadlines.add', {
    errors: 'inline',
    undoMessage: (added) => words.done(formatCount(added.length, 'deadline')),
    onSuccess: onClose,
  });
  const submit = () => {
    if (ticked.length === 0 || ticked.length > mostAtOnce) return;
    add.mutate({
      deadlines: ticked.map(({ key, deadline }) => ({
        ...deadline,
        service: services.get(key) ?? deadline.service,
      })),
    });
  };

  return (
    <Dialog
      title={words.title}
      width="wide"
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
              ticked.length > mostAtOnce && <span className="text-danger-ink">{words.tooMany}</span>
            )}
          </span>
          <Button onPress={onClose} isDisabled={add.isPending}>
            {buttonWords.cancel}
          </Button>
          <Button
            variant="primary"
            isDisabled={add.isPending || ticked.length === 0 || ticked.length > mostAtOnce}
            onPress={submit}
          >
            {words.add(formatCount(ticked.length, 'deadline'))}
          </Button>
        </>
      }
    >
      <p className="text-ink-soft">{words.intro}</p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <div className="flex min-w-52 grow">
          <SearchField
            label={words.filter}
            value={typed}
            onChange={setTyped}
            onMoveOn={() => list.current?.querySelector('input')?.focus()}
          />
        </div>
        <Checkbox isSelected={showsPast} onChange={setIsPastShown}>
          {words.showPast}
        </Checkbox>
        {all.some(({ isAdded }) => isAdded) && (
          <Checkbox isSelected={showsAdded} onChange={setShowsAdded}>
            {words.showAdded}
          </Checkbox>
        )}
        <span className="flex gap-1.5">
          <Button size="small" isDisabled={shown.length === 0} onPress={() => tick(shown, true)}>
            {words.tickShown}
          </Button>
          <Button size="small" isDisabled={ticked.length === 0} onPress={() => tick(all, false)}>
            {words.untickAll}
          </Button>
        </span>
      </div>
      <div
        ref={list}
        role="group"
        aria-label={words.list}
        tabIndex={0}
        className="min-h-60 grow overflow-auto rounded-md border border-line bg-surface"
      >
        {error ? (
          <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />
        ) : !data ? (
          <LoadingState label={words.reading} />
        ) : shown.length === 0 ? (
          <EmptyState
            icon={<CalendarSearch />}
            title={filter.trim() === '' ? words.emptyTitle : words.nothingFound}
          >
            {filter.trim() === '' && (all.length === 0 ? words.emptyText : words.hiddenText)}
          </EmptyState>
        ) : (
          <>
            {groups.map(({ key, entryNumber, proposals }) => (
              <section
                key={key}
                aria-label={words.entry(entryNumber)}
                className="border-b border-line last:border-b-0"
              >
                <h3 className="sticky top-0 z-10 bg-sunken px-3 py-1 text-sm font-semibold">
                  {words.entry(entryNumber)}
                </h3>
                <ul>
                  {proposals.map((proposal) => (
                    <ProposalRow
                      key={proposal.key}
                      proposal={proposal}
                      isTicked={isTicked(proposal)}
                      onTick={(is) => tick([proposal], is)}
                      service={services.get(proposal.key) ?? proposal.deadline.service}
                      onServiceChange={(service) =>
                        setServices((before) => new Map([...before, [proposal.key, service]]))
                      }
                      isPast={proposal.due < today}
                    />
                  ))}
                </ul>
              </section>
            ))}
            {shown.length > drawn && (
              <div className="p-3 text-center">
                <Button onPress={() => setDrawn(drawn + drawnAtFirst)}>
                  {words.more(Math.min(drawnAtFirst, shown.length - drawn).toLocaleString('en-US'))}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}
