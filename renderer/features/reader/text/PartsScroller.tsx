import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { Button, buttonWords } from '../../../ui/index.ts';
import { textWords } from '../words.ts';
import { PartLayout } from './part-layout.ts';
import type { PartStore } from './part-store.ts';

interface PartsScrollerProps {
  readonly label: string;
  /** How many parts there are, at least one. */
  readonly total: number;
  readonly store: PartStore;
  /** Part to begin with, from 1. */
  readonly start: number;
  /** What to bring into sight: the part, and in it the mark that is the present one. A new object each time. */
  readonly reveal: { readonly part: number } | null;
  readonly onMove: (part: number) => void;
  readonly draw: (part: number, text: string) => ReactNode;
  /** Stays above the parts while they go by. */
  readonly header?: ReactNode;
  readonly role?: 'table';
  readonly className?: string;
}

/**
 * A text of any length, with only the parts in sight in the document. What is being read stays where it is while
 * parts come, go and turn out taller than estimated.
 */
export function PartsScroller(props: PartsScrollerProps) {
  const { label, total, store, start, reveal, onMove, draw, header, role, className = '' } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => new PartLayout(total), [total]);
  const version = useSyncExternalStore(store.subscribe, store.version);
  const first = Math.min(Math.max(start, 1), total);
  const [range, setRange] = useState({ first, last: Math.min(first + 1, total) });
  /** The part at the top of what is in sight, and how far its top lies below that of the scroller; null: right below the header. */
  const anchor = useRef<{ part: number; top: number | null }>({ part: first, top: null });
  const pending = useRef<number | null>(null);
  const width = useRef(0);
  const head = useRef<HTMLDivElement>(null);

  const parts = useCallback(
    () => [...(scroller.current?.querySelectorAll<HTMLElement>('[data-part]') ?? [])],
    [],
  );

  /** Checks which parts are in sight, and which are needed. */
  const look = useCallback(() => {
    const element = scroller.current;
    if (!element || element.clientHeight === 0) return;
    const frame = element.getBoundingClientRect();
    const shown = parts()
      .map((part) => ({ part: Number(part.dataset['part']), box: part.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > frame.top && box.top < frame.bottom);
    // A part still being loaded grows at its top: what is already read below it stays where it is.
    const held = shown.find(({ part }) => store.get(part)) ?? shown[0];
    if (held) anchor.current = { part: held.part, top: held.box.top - frame.top };
    else anchor.current = { part: layout.partAt(element.scrollTop), top: null };
    const from = shown[0]?.part ?? anchor.current.part;
    const end = shown.at(-1);
    const isShort = end !== undefined && end.box.bottom < frame.bottom + frame.height / 2;
    const to = (end?.part ?? from) + (isShort ? 1 : 0);
    onMove(from);
    const next = { first: Math.max(1, from - 1), last: Math.min(total, Math.max(to, from + 1)) };
    setRange((before) => (before.first === next.first && before.last === next.last ? before : next));
  }, [layout, onMove, parts, store, total]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(() => {
      if (width.current !== element.clientWidth) layout.clear();
      width.current = element.clientWidth;
      keep();
      look();
    });
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
    // `keep` reads what is there when it is called.
  }, [look, layout]);

  useEffect(() => store.want(range.first, range.last), [store, range]);

  /** Puts what was being read where it was. */
  function keep(): void {
    const element = scroller.current;
    if (!element) return;
    for (const part of parts()) {
      const number = Number(part.dataset['part']);
      if (store.get(number)) layout.measure(number, part.getBoundingClientRect().height);
    }
    const { part, top } = anchor.current;
    const held = parts().find((each) => Number(each.dataset['part']) === part);
    if (!held) return;
    const wanted = top ?? head.current?.offsetHeight ?? 0;
    const moved = held.getBoundingClientRect().top - element.getBoundingClientRect().top - wanted;
    if (Math.abs(moved) >= 1) element.scrollTop += moved;
  }

  /** Brings the present mark of the part that is to be shown into sight. @returns whether the part is there */
  function showPending(): boolean {
    if (pending.current === null || !store.get(pending.current)) return false;
    const mark = scroller.current?.querySelector('mark[data-current]');
    mark?.scrollIntoView({ block: 'center', inline: 'nearest' });
    pending.current = null;
    return true;
  }

  const above = layout.between(1, range.first - 1);
  useLayoutEffect(() => {
    keep();
    showPending();
    look();
    // After everything that changes what is in the document, or the estimated height above it.
  }, [range, version, above, look, reveal]);

  // After the effect above, whose look would lead back to what was in sight.
  useLayoutEffect(() => {
    if (!reveal) return;
    const { part } = reveal;
    pending.current = part;
    if (parts().some((each) => Number(each.dataset['part']) === part) && showPending()) return;
    anchor.current = { part, top: null };
    // The part may not be in the document yet: it is positioned once it is there.
    setRange({ first: Math.max(1, part - 1), last: Math.min(total, part + 1) });
  }, [reveal, parts, store, total]);

  const inDocument: number[] = [];
  for (let part = range.first; part <= range.last; part += 1) inDocument.push(part);

  return (
    <div
      ref={scroller}
      role="region"
      aria-label={label}
      tabIndex={0}
      data-current-part={range.first}
      className={`min-h-0 grow overflow-auto bg-surface outline-offset-[-2px] [overflow-anchor:none] ${className}`}
    >
      <div role={role} aria-label={role && label} className={role && 'w-max min-w-full'}>
        <div ref={head} role="presentation" className="sticky top-0 z-10">
          {header}
        </div>
        <div role="presentation" style={{ height: above }} />
        {inDocument.map((part) => (
          <div key={part} role={role && 'rowgroup'} data-part={part} data-selectable>
            <PartBody
              store={store}
              part={part}
              height={layout.heightOf(part)}
              draw={draw}
              isTable={role === 'table'}
            />
          </div>
        ))}
        <div role="presentation" style={{ height: layout.between(range.last + 1, total) }} />
      </div>
    </div>
  );
}

interface PartBodyProps {
  readonly store: PartStore;
  readonly part: number;
  readonly height: number;
  readonly draw: (part: number, text: string) => ReactNode;
  readonly isTable: boolean;
}

function PartBody({ store, part, height, draw, isTable }: PartBodyProps) {
  const known = store.get(part);
  if (known && 'text' in known) return draw(part, known.text);
  const remark = known ? (
    <p role="alert" className="flex items-center gap-3 p-4 text-danger-ink">
      {textWords.partFailed} {known.error}
      <Button size="small" onPress={() => store.retry(part)}>
        {buttonWords.tryAgain}
      </Button>
    </p>
  ) : (
    <p className="p-4 text-ink-soft" style={{ minHeight: height }}>
      {textWords.loading}
    </p>
  );
  return isTable ? (
    <div role="row">
      <div role="cell">{remark}</div>
    </div>
  ) : (
    remark
  );
}
