import { createPortal } from 'react-dom';
import { formatCount, formatNumber, formatDate } from '../../../client/index.ts';
import { formatDocketNumber } from '../docket-number.ts';
import { beforeWords, EntryMarks } from '../list/EntryMarks.tsx';
import { detailWords, markWords, roleWords, timelineWords as words } from '../words.ts';
import { dateOfEntry, widthOfMark, type TimelineMark } from './marks.ts';

export interface MarkProps {
  readonly mark: TimelineMark;
  readonly y: number;
  readonly label: string;
  readonly isTabStop: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onFocus: (at: DOMRect) => void;
  /** Receives where the mark is while it is pointed at, and null after. */
  readonly onHover: (at: DOMRect | null) => void;
}

/** One mark: a dot, a ring for an open motion, a diamond for an order, or a count for several. */
export function Mark(props: MarkProps) {
  const { mark, y, isChosen } = props;
  const [entry] = mark.entries;
  const count = formatNumber(mark.entries.length);
  const width = widthOfMark(mark.entries.length);
  const isOrder = entry?.role === 'order' || entry?.role === 'judgment';
  const shape =
    mark.entries.length > 1 ? (
      <>
        <rect x={-width / 2} y={-9} width={width} height={18} rx={9} className="fill-accent" />
        <text
          textAnchor="middle"
          y={4}
          className="pointer-events-none fill-accent-ink text-xs font-semibold tabular-nums"
        >
          {count}
        </text>
      </>
    ) : isOrder ? (
      <rect x={-5.5} y={-5.5} width={11} height={11} transform="rotate(45)" className="fill-ink" />
    ) : (
      <circle
        r={5.5}
        strokeWidth={2.5}
        className={entry?.isOpenMotion ? 'fill-surface stroke-accent' : 'fill-accent stroke-accent'}
      />
    );
  return (
    <g
      role="button"
      aria-label={props.label}
      aria-pressed={isChosen}
      tabIndex={props.isTabStop ? 0 : -1}
      data-mark={mark.key}
      transform={`translate(${mark.x} ${y})`}
      onClick={props.onChoose}
      onFocus={({ currentTarget }) => props.onFocus(currentTarget.getBoundingClientRect())}
      onPointerEnter={({ currentTarget }) => props.onHover(currentTarget.getBoundingClientRect())}
      onPointerLeave={() => props.onHover(null)}
      className="group/mark cursor-default outline-none"
    >
      {/* What can be hit is larger than what is drawn. */}
      <rect x={-Math.max(12, width / 2)} y={-13} width={Math.max(24, width)} height={26} fill="transparent" />
      <rect
        x={-(mark.entries.length > 1 ? width / 2 : 9) - 3}
        y={-12}
        width={(mark.entries.length > 1 ? width : 18) + 6}
        height={24}
        rx={12}
        fill="none"
        strokeWidth={2}
        className={`group-focus-visible/mark:stroke-focus ${isChosen ? 'stroke-ink-soft' : 'stroke-transparent'}`}
      />
      {shape}
    </g>
  );
}

/** A mark in words, for screen readers: what, when, and its text. */
export function nameOfMark(mark: TimelineMark, lane: string): string {
  const [entry] = mark.entries;
  if (!entry || mark.entries.length > 1)
    return `${formatCount(mark.entries.length, 'entry', 'entries')}, ${lane}, ${datesOf(mark)}`;
  const number = formatDocketNumber(entry);
  const text = (entry.text || entry.shortText || markWords.noText).slice(0, 160);
  return [
    number === '' ? detailWords.unnumbered : detailWords.heading(number),
    entry.isOpenMotion === true ? words.openMotion : roleWords[entry.role].toLowerCase(),
    `${datesOf(mark)}: ${text}`,
  ].join(', ');
}

/** The day of a mark, or the first and last. */
export function datesOf({ entries }: TimelineMark): string {
  const first = dateOfEntry(entries[0]!) ?? '';
  const last = dateOfEntry(entries.at(-1)!) ?? '';
  return first === last ? formatDate(first) : `${formatDate(first)} – ${formatDate(last)}`;
}

/** How many of several entries the card lists. */
const told = 4;
const cardWidth = 320;
/** The most a card needs, in pixels. */
const cardHeight = 170;

/**
 * What a mark stands for, below or above it while it is pointed at or focused. It lies over the window, as the picture may be lower
 * than the card is high.
 *
 * @param at where the mark is in the window
 */
export function MarkCard({ mark, lane, at }: { mark: TimelineMark; lane: string; at: DOMRect }) {
  const middle = at.left + at.width / 2;
  const left = Math.max(4, Math.min(middle - cardWidth / 2, window.innerWidth - cardWidth - 4));
  const isBelow = at.bottom + cardHeight < window.innerHeight;
  return createPortal(
    <div
      aria-hidden
      className="pointer-events-none fixed z-30 flex max-w-full flex-col gap-1 rounded-md border border-line bg-raised px-3 py-2 shadow-pop"
      style={{
        left,
        width: cardWidth,
        ...(isBelow ? { top: at.bottom + 2 } : { bottom: window.innerHeight - at.top + 2 }),
      }}
    >
      <div className="flex flex-wrap items-center gap-x-2 text-sm text-ink-soft">
        <span className="font-medium text-ink">{datesOf(mark)}</span>
        <span>{mark.entries.length > 1 ? formatCount(mark.entries.length, 'entry', 'entries') : lane}</span>
      </div>
      {mark.entries.slice(0, told).map((entry) => (
        <p key={entry.id} className={mark.entries.length > 1 ? 'truncate' : 'line-clamp-4 wrap-anywhere'}>
          <span className="mr-1.5 font-semibold">{formatDocketNumber(entry)}</span>
          <EntryMarks entry={entry} className={beforeWords} />
          {entry.text || entry.shortText || markWords.noText}
        </p>
      ))}
      {mark.entries.length > told && (
        <p className="text-sm text-ink-soft">{detailWords.more(mark.entries.length - told)}</p>
      )}
    </div>,
    document.body,
  );
}
