import { CalendarClock, ZoomIn, ZoomOut } from 'lucide-react';
import { useMemo, useState } from 'react';
import { compare } from '../../../../shared/domain/compare.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { formatCount, formatNumber, formatDate, useKeptPlace, useMatter } from '../../../client/index.ts';
import { Button, DataTable, EmptyState, IconButton, SegmentedControl, useWidth } from '../../../ui/index.ts';
import { typedTextOf } from '../docket-number.ts';
import type { EntryRowsProps } from '../docket-view.ts';
import { entryColumns } from '../list/columns.tsx';
import { timelineWords as words } from '../words.ts';
import { planLanes, type LaneKind } from './lanes.ts';
import { datesOf } from './Mark.tsx';
import { dateOfEntry, type TimelineLane, type TimelineMark } from './marks.ts';
import { Picture } from './Picture.tsx';

export interface TimelineViewProps extends Omit<EntryRowsProps, 'onDelete'> {
  /** What is shown of the docket. */
  readonly entries: readonly DocketEntry[];
  readonly lanes: LaneKind;
  readonly onLanesChange: (lanes: LaneKind) => void;
  /** The filter; a new filter is first shown as a whole. */
  readonly filterKey: string;
}

const widest = 32;
/** Room for the names of lanes: whole where the view is wide, shortened where the picture needs it more. */
const laneNameWidth = (viewWidth: number) => (viewWidth >= 560 ? 192 : 148);

/** The docket in time: a picture of who filed what when, and the same entries as a list below it. */
export function TimelineView(props: TimelineViewProps) {
  const { entries, lanes: kind, selectedIds, width } = props;
  const { timezone } = useMatter();
  const place = useKeptPlace('docket.timeline');
  const [{ zoom, of }, setZoomed] = useState({ zoom: 1, of: props.filterKey });
  if (of !== props.filterKey) setZoomed({ zoom: 1, of: props.filterKey });
  const setZoom = (next: number) => setZoomed({ zoom: next, of });
  const [chosen, setChosen] = useState<TimelineMark | null>(null);
  const [pictureRef, pictureWidth] = useWidth();
  const today = useMemo(() => new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(), [timezone]);

  const dated = useMemo(
    () =>
      entries
        .filter((entry) => dateOfEntry(entry) !== null)
        .toSorted((a, b) => compare(dateOfEntry(a) ?? '', dateOfEntry(b) ?? '')),
    [entries],
  );
  // Attachments are filed with their entry; each as a mark of its own would hide what happened.
  const placed = useMemo(() => {
    const leads = dated.filter(({ attachment }) => attachment === null);
    return leads.length > 0 ? leads : dated;
  }, [dated]);
  const lanes = useMemo(() => planLanes(placed, kind), [placed, kind]);
  const columns = useMemo(() => entryColumns(width), [width]);

  // A mark that is no longer drawn filters nothing.
  const isChosenShown = useMemo(() => {
    if (!chosen) return false;
    const ids = new Set<string>(dated.map(({ id }) => id));
    return chosen.entries.every(({ id }) => ids.has(id));
  }, [chosen, dated]);
  const mark = isChosenShown ? chosen : null;
  const rows = mark ? mark.entries : dated;

  const choose = (next: TimelineMark) => {
    const [only] = next.entries;
    if (!only) return;
    if (next.entries.length > 1) {
      setChosen(next);
      return;
    }
    setChosen(null);
    props.onSelectionChange(new Set([only.id]));
    if (only.evidenceId !== null) props.onOpen(only);
  };

  if (dated.length === 0) {
    return (
      <EmptyState icon={<CalendarClock />} title={words.emptyTitle}>
        {words.emptyText}
      </EmptyState>
    );
  }
  const count = formatCount(rows.length, 'entry', 'entries');
  const first = formatDate(dateOfEntry(dated[0]!) ?? '');
  const last = formatDate(dateOfEntry(dated.at(-1)!) ?? '');
  return (
    // In a low window the list keeps room for some rows, and the whole is scrolled.
    <div className="flex h-full min-h-0 flex-col overflow-y-auto">
      <TimelineStrip
        kind={kind}
        onKindChange={(next) => {
          setChosen(null);
          props.onLanesChange(next);
        }}
        undated={entries.length - dated.length}
        zoom={zoom}
        onZoom={setZoom}
      />
      <div className="flex max-h-[60%] shrink-0 overflow-x-hidden overflow-y-auto border-y border-line">
        <LaneNames lanes={lanes} width={laneNameWidth(width)} />
        <div ref={pictureRef} className="min-w-0 grow">
          {pictureWidth > 0 && (
            <Picture
              lanes={lanes}
              today={today}
              label={words.label(
                kind === 'role' ? 'kind' : 'filer',
                formatCount(placed.length, 'entry', 'entries'),
                first,
                last,
              )}
              width={pictureWidth}
              zoom={zoom}
              chosenKey={mark?.key ?? null}
              selectedIds={selectedIds}
              onChoose={choose}
            />
          )}
        </div>
      </div>
      <div className="flex h-8 shrink-0 items-center gap-2 px-3 text-sm">
        <span role="status" className="min-w-0 truncate text-ink-soft">
          {mark
            ? words.ofMark(count, lanes[mark.lane]?.label ?? '', datesOf(mark))
            : `${words.allDated} (${formatNumber(rows.length)})`}
        </span>
        {mark && (
          <Button size="small" variant="quiet" onPress={() => setChosen(null)}>
            {words.showAll}
          </Button>
        )}
      </div>
      <div className="min-h-36 flex-[1_0_9rem] border-t border-line">
        <DataTable
          label={words.list}
          rows={rows}
          columns={columns}
          lines={2}
          selectedIds={selectedIds}
          onSelectionChange={props.onSelectionChange}
          place={place}
          onOpen={props.onOpen}
          contextMenu={props.menuFor}
          textOf={typedTextOf}
          gridRef={props.gridRef}
          handle={props.handle}
        />
      </div>
    </div>
  );
}

/** The strip above the picture: what its lanes are, how much of the docket has no date, and how wide it is drawn. */
function TimelineStrip({
  kind,
  onKindChange,
  undated,
  zoom,
  onZoom,
}: {
  kind: LaneKind;
  onKindChange: (kind: LaneKind) => void;
  undated: number;
  zoom: number;
  onZoom: (zoom: number) => void;
}) {
  return (
    <div className="flex h-10 shrink-0 items-center gap-2 px-2.5">
      <SegmentedControl
        label={words.lanes}
        value={kind}
        onChange={onKindChange}
        options={[
          { value: 'role', label: words.byRole },
          { value: 'party', label: words.byParty },
        ]}
      />
      <span className="min-w-0 grow truncate text-sm text-ink-soft">
        {undated > 0 && words.undated(undated)}
      </span>
      <IconButton
        label={words.zoomOut}
        icon={<ZoomOut />}
        isDisabled={zoom === 1}
        onPress={() => onZoom(zoom / 2)}
      />
      <IconButton
        label={words.zoomIn}
        icon={<ZoomIn />}
        isDisabled={zoom >= widest}
        onPress={() => onZoom(zoom * 2)}
      />
    </div>
  );
}

/** Beside the picture: who or what each lane is. The marks say it too. */
function LaneNames({ lanes, width }: { lanes: readonly TimelineLane[]; width: number }) {
  return (
    <ol aria-hidden className="shrink-0 border-r border-line bg-sidebar pt-5" style={{ width: width }}>
      {lanes.map((lane) => (
        <li key={lane.key} className="flex h-8.5 items-center gap-2 px-2.5 text-sm">
          <span className="min-w-0 grow truncate" title={lane.label}>
            {lane.label}
          </span>
          <span className="text-ink-soft tabular-nums">{formatNumber(lane.entries.length)}</span>
        </li>
      ))}
    </ol>
  );
}
