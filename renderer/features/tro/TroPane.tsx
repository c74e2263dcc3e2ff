import { CircleAlert, Gavel, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, type RefObject } from 'react';
import type { TroRequest } from '../../../shared/model/tro.ts';
import {
  useEngineMutation,
  useEngineQuery,
  useMatter,
  useNow,
  useCommandEntry,
  useRunCommand,
  QueryFallback,
} from '../../client/index.ts';
import {
  Button,
  EmptyState,
  MoreMenu,
  SegmentedControl,
  Toolbar,
  useFocusKept,
  useWidth,
} from '../../ui/index.ts';
import { CounselNotice } from '../deadlines/index.ts';
import { formatDocketNumber } from '../docket/index.ts';
import { ArgumentSection } from './argument/ArgumentSection.tsx';
import { ClockList } from './clocks/ClockList.tsx';
import { readClocks, type ClockReading } from './clocks/clock-state.ts';
import { NextClock } from './clocks/NextClock.tsx';
import { EventLog } from './events/EventLog.tsx';
import { GateList } from './gates/GateList.tsx';
import { HoursPicture } from './hours/HoursPicture.tsx';
import { NoticeLog } from './notices/NoticeLog.tsx';
import { SecuritySection } from './request/SecuritySection.tsx';
import { StageLine } from './stage/StageLine.tsx';
import { openTroDialog, useTroDialog } from './tro-dialogs.ts';
import { deskWords as words, sideWords } from './words.ts';

/** Width of the pane from which the desk has two columns. */
const twoColumnsPx = 900;
/** Width from which the toolbar has room for words. */
const wideToolbarPx = 560;

/** The request for a temporary restraining order: its stage, its clocks, and what is still required. */
export function TroPane() {
  const { id: matterId } = useMatter();
  const query = useEngineQuery('tro.get', { matterId });
  const [ref, width] = useWidth();
  const request = query.data;
  return (
    <div ref={ref} className="@container flex h-full min-h-0 flex-col">
      {request && <DeskToolbar request={request} isWide={width >= wideToolbarPx} />}
      {/* Positioned, so that the hidden inputs of boxes and choices scroll with it and never move the window. */}
      <div className="relative min-h-0 grow overflow-y-auto">
        {request ? (
          <Desk request={request} isWide={width >= twoColumnsPx} />
        ) : (
          <QueryFallback query={query} label={words.reading} />
        )}
      </div>
      <footer className="flex min-h-8 shrink-0 items-center border-t border-line px-3">
        <CounselNotice />
      </footer>
    </div>
  );
}

/**
 * Gives the focus to `target` where it would be lost: the button that opened a dialog is gone, with the first event or with
 * what the dialog changed.
 */
function useKeptFocus(target: RefObject<HTMLButtonElement | null>, isBare: boolean): void {
  const isOpen = useTroDialog() !== null;
  const last = useRef({ isOpen, isBare });
  useEffect(() => {
    const was = last.current;
    last.current = { isOpen, isBare };
    if (isOpen || !(was.isOpen || (was.isBare && !isBare))) return undefined;
    // A closed dialog returns the focus a frame later; to the pane, if its owner is gone already.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (document.activeElement?.contains(target.current)) target.current?.focus();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [isOpen, isBare, target]);
}

function DeskToolbar({ request, isWide }: { request: TroRequest; isWide: boolean }) {
  const { isReadOnly } = useMatter();
  const record = useRef<HTMLButtonElement>(null);
  useKeptFocus(record, request.events.length === 0);
  const entry = useCommandEntry();
  const update = useEngineMutation('tro.update', {
    undoMessage: ({ fields }) => words.sideChanged(sideWords[fields.side]),
  });
  return (
    <Toolbar label={words.title}>
      <SegmentedControl
        label={words.side}
        value={request.fields.side}
        isDisabled={isReadOnly}
        onChange={(side) => side !== request.fields.side && update.mutate({ fields: { side } })}
        options={[
          { value: 'movant', label: sideWords.movant },
          { value: 'opponent', label: sideWords.opponent },
        ]}
      />
      <span className="grow" />
      <MoreMenu
        label={words.more}
        items={[
          entry('tro.notice', words.noticeEffort),
          entry('tro.certificate', words.certificate),
          {
            id: 'details',
            label: words.certificateDetails,
            isDisabled: isReadOnly,
            onAction: () => openTroDialog({ kind: 'certificateDetails' }),
          },
          {
            id: 'security',
            label: words.security,
            isDisabled: isReadOnly,
            onAction: () => openTroDialog({ kind: 'security' }),
          },
        ]}
      />
      {isWide && request.fields.side === 'movant' && (
        <Button changesMatter onPress={() => openTroDialog({ kind: 'notice' })}>
          {words.noticeEffort}
        </Button>
      )}
      <Button
        ref={record}
        foldsBelow="sm"
        icon={<Plus />}
        changesMatter
        onPress={() => openTroDialog({ kind: 'record' })}
      >
        {words.record}
      </Button>
    </Toolbar>
  );
}

function Desk({ request, isWide }: { request: TroRequest; isWide: boolean }) {
  const { id: matterId } = useMatter();
  const now = useNow();
  const readings = useMemo(() => readClocks(request, now), [request, now]);
  const entries = useEngineQuery('docket.list', { matterId });
  const numbers = useMemo(
    () => new Map<string, string>(entries.data?.map((entry) => [entry.id, formatDocketNumber(entry)])),
    [entries.data],
  );
  const orderName = ({ clock }: ClockReading) =>
    numbers.get(clock.overrides.at(-1)?.entryId ?? clock.entryId ?? '') ?? '';
  // The opposing side certifies no efforts to give notice.
  const hasNoticeLog = request.fields.side === 'movant' || request.notices.length > 0;
  const isBare = request.events.length === 0;
  return (
    <div className="flex flex-col gap-4 px-4 py-3">
      <StageLine request={request} />
      {isBare ? <Beginning /> : <NextClock request={request} readings={readings} orderName={orderName} />}
      {request.warnings.length > 0 && <Warnings warnings={request.warnings} />}
      <div
        className={isWide ? 'grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-x-8' : 'flex flex-col gap-6'}
      >
        <div className="flex min-w-0 flex-col gap-6">
          {!isBare && <HoursPicture request={request} readings={readings} />}
          {!isBare && <ClockList readings={readings} orderName={orderName} />}
          <GateList request={request} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          {!isBare && <EventLog request={request} />}
          {hasNoticeLog && <NoticeLog request={request} />}
          <ArgumentSection />
          <SecuritySection request={request} />
        </div>
      </div>
    </div>
  );
}

function Warnings({ warnings }: { warnings: readonly string[] }) {
  const { court, isReadOnly } = useMatter();
  return (
    <section
      aria-label={words.warnings}
      className="flex flex-col items-start gap-2 rounded-md bg-warning-soft px-3 py-2 text-warning-ink"
    >
      <ul className="flex flex-col gap-1">
        {warnings.map((warning) => (
          <li key={warning} className="flex items-start gap-2">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span data-selectable>{warning}</span>
          </li>
        ))}
      </ul>
      {court === '' && !isReadOnly && <SetCourt />}
    </section>
  );
}

function SetCourt() {
  const run = useRunCommand();
  // It disappears once there is a court.
  useFocusKept();
  return (
    <Button size="small" onPress={() => run('matter.edit')}>
      {words.setCourt}
    </Button>
  );
}

/** Shown in place of the next clock: what the desk is, and the first two steps. */
function Beginning() {
  const { isReadOnly, isSample } = useMatter();
  const run = useRunCommand();
  return (
    <div className="rounded-lg border border-line bg-raised">
      <EmptyState
        icon={<Gavel />}
        title={words.emptyTitle}
        actions={
          <>
            {!isReadOnly && (
              <>
                <Button
                  variant="primary"
                  onPress={() => openTroDialog({ kind: 'record', suggested: 'motion_filed' })}
                >
                  {words.recordFiling}
                </Button>
                <Button onPress={() => openTroDialog({ kind: 'record', suggested: 'motion_served' })}>
                  {words.recordService}
                </Button>
              </>
            )}
            {!isSample && (
              <Button variant="quiet" onPress={() => run('matter.sample')}>
                {words.openSample}
              </Button>
            )}
          </>
        }
      >
        <p>{words.emptyText}</p>
        {isReadOnly ? (
          <p className="mt-2">{words.emptyReadOnly}</p>
        ) : (
          <ol className="mt-2 list-decimal pl-5 text-left">
            <li>{words.emptyFirst}</li>
            <li>{words.emptySecond}</li>
          </ol>
        )}
      </EmptyState>
    </div>
  );
}
