import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { hasPages } from '../../../../shared/domain/evidence/kind-groups.ts';
import type { SearchHit } from '../../../../shared/model/search.ts';
import { Badge } from '../../../ui/index.ts';
import { words } from '../words.ts';
import type { HitGroup } from './group-hits.ts';
import { HitIcon } from './HitIcon.tsx';

interface HitListProps {
  readonly groups: readonly HitGroup[];
  readonly current: number | null;
  readonly onCurrent: (index: number) => void;
  readonly onOpen: (hit: SearchHit, index: number) => void;
  /** Back to the search field. */
  readonly onLeave: () => void;
  readonly listRef: RefObject<HTMLUListElement | null>;
}

/** What was found, under the documents it is in. Arrows go along the hits, Enter opens one, Escape goes back to the field. */
export function HitList({ groups, current, onCurrent, onOpen, onLeave, listRef }: HitListProps) {
  const hits = groups.flatMap((group) => group.hits);
  const wantsFocus = useRef(false);
  const at = current ?? 0;

  useLayoutEffect(() => {
    const button = listRef.current?.querySelector<HTMLElement>(`[data-hit="${at}"]`);
    if (current !== null) button?.scrollIntoView({ block: 'nearest' });
    if (wantsFocus.current) button?.focus();
    wantsFocus.current = false;
  }, [at, current, listRef]);

  const go = (index: number) => {
    wantsFocus.current = true;
    onCurrent(Math.max(0, Math.min(hits.length - 1, index)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp' && at === 0) onLeave();
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(hits.length - 1);
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <ul ref={listRef} aria-label={words.results} onKeyDown={onKeyDown} className="flex flex-col pb-3">
      {groups.map((group) => (
        <li key={group.key} className="border-b border-line py-1.5 last:border-b-0">
          <GroupHeading group={group} />
          <ul aria-label={group.title} className="flex flex-col">
            {group.hits.map(({ hit, index }) => (
              <li key={index}>
                <button
                  type="button"
                  data-hit={index}
                  tabIndex={index === at ? 0 : -1}
                  aria-current={index === current ? 'true' : undefined}
                  onFocus={() => index !== current && onCurrent(index)}
                  onClick={() => onOpen(hit, index)}
                  className="flex w-full cursor-default flex-col items-start gap-0.5 rounded-md py-1 pr-3 pl-8.5 text-left -outline-offset-2 hover:bg-hover aria-[current=true]:bg-selected"
                >
                  <HitLine hit={hit} />
                </button>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function GroupHeading({ group }: { group: HitGroup }) {
  const { hit } = group.hits[0]!;
  return (
    <div className="flex items-start gap-1.5 px-3 py-0.5">
      <span className="mt-0.5 shrink-0">
        <HitIcon hit={hit} />
      </span>
      {/* What has no room beside the title stands below it, not below the icon. */}
      <div className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-0.5">
        <h2 dir="auto" className="max-w-full min-w-0 truncate text-left font-medium" title={group.title}>
          {group.title}
        </h2>
        {hit.docket.map((number) => (
          <Badge key={number}>{words.docket(number)}</Badge>
        ))}
        {hit.exhibit.map((label) => (
          <Badge key={label} tone="info">
            {label}
          </Badge>
        ))}
        {hit.isArchived && <Badge tone="warning">{words.isArchived}</Badge>}
        {group.hits.length > 1 && (
          <span className="text-sm text-ink-soft tabular-nums">{words.hitsIn(group.hits.length)}</span>
        )}
      </div>
    </div>
  );
}

function HitLine({ hit }: { hit: SearchHit }) {
  const where = placeOf(hit);
  return (
    <>
      {(where !== null || hit.isOcr) && (
        <span className="flex flex-wrap items-center gap-1.5 text-sm text-ink-soft tabular-nums">
          {where}
          {hit.isOcr && (
            <Badge title={words.ocrHelp} tone="warning">
              {words.ocr}
            </Badge>
          )}
        </span>
      )}
      <span className="line-clamp-3 text-pretty break-words">
        {hit.snippet.map(({ text, isHit }, i) =>
          isHit ? (
            <mark key={i} className="rounded-sm bg-warning-soft px-px font-semibold text-warning-ink">
              {text}
            </mark>
          ) : (
            <span key={i}>{text}</span>
          ),
        )}
      </span>
    </>
  );
}

function placeOf({ kind, page, atMs, evidenceKind }: SearchHit): string | null {
  if (page !== null) {
    if (evidenceKind && hasPages(evidenceKind)) return words.page(page);
    // What has no pages is read in parts; usually there is only one.
    return page > 1 ? words.part(page) : null;
  }
  if (atMs !== null) return clockOf(atMs);
  return kind === 'title' ? words.titleHit : null;
}

/** A time in a recording: "1:02:09". */
function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, i) => (i === 0 ? `${part}` : String(part).padStart(2, '0'))).join(':');
}
