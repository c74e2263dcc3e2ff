import {
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { firstIndex } from '../../../../shared/domain/first-index.ts';
import { useSize } from '../pages/use-size.ts';

interface VirtualListProps {
  /** Names the list for screen readers. */
  readonly label: string;
  readonly count: number;
  /** Height of each item in CSS pixels, the heading above it included. */
  readonly heightOf: (index: number) => number;
  /** The item's name for screen readers. */
  readonly nameOf: (index: number) => string;
  /** Draws an item; it fills the width. */
  readonly draw: (index: number) => ReactNode;
  /** Above an item, where a group begins; not part of the item. */
  readonly drawHeading?: (index: number) => ReactNode;
  /** The one that is shown elsewhere, such as the page being read; -1 for none. Kept in sight. */
  readonly current: number;
  readonly onChoose: (index: number) => void;
  readonly className: string;
}

/** Items kept ready beyond what is seen, in CSS pixels. */
const overscanPx = 200;

/** A list of any length with only what is in sight in the document: one tab stop, whose arrows choose as they go. */
export function VirtualList(props: VirtualListProps) {
  const { label, count, heightOf, nameOf, draw, drawHeading, current, onChoose } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const size = useSize(scroller);
  const id = useId();
  const [scrollTop, setScrollTop] = useState(0);
  const [active, setActive] = useState(Math.max(0, current));
  const at = Math.min(active, count - 1);
  const tops = useMemo(() => {
    const list = new Float64Array(count + 1);
    for (let index = 0; index < count; index += 1) list[index + 1] = list[index]! + heightOf(index);
    return list;
  }, [count, heightOf]);

  const indexAt = (y: number) => Math.max(0, firstIndex(count, (index) => tops[index]! > y) - 1);
  const reveal = (index: number) => {
    const element = scroller.current;
    if (!element || index < 0 || index >= count) return;
    const [top, bottom] = [tops[index]!, tops[index + 1]!];
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight)
      element.scrollTop = bottom - element.clientHeight;
  };
  const revealRef = useRef(reveal);
  revealRef.current = reveal;
  // The list follows what is shown elsewhere, as soon as it has room.
  useLayoutEffect(() => {
    if (current < 0) return;
    setActive(current);
    revealRef.current(current);
  }, [current, size.height === 0]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const hear = () => setScrollTop(element.scrollTop);
    element.addEventListener('scroll', hear, { passive: true });
    return () => element.removeEventListener('scroll', hear);
  }, []);

  const goTo = (index: number) => {
    const next = Math.min(Math.max(index, 0), count - 1);
    setActive(next);
    reveal(next);
    onChoose(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, indexAt(tops[at]! + size.height) - at - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: count - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) goTo(next);
    else if (event.key === 'Enter' || event.key === ' ') onChoose(at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const first = indexAt(scrollTop - overscanPx);
  const last = indexAt(scrollTop + size.height + overscanPx);
  const shown: number[] = [];
  for (let index = first; index <= Math.min(last, count - 1); index += 1) shown.push(index);
  // The focused item stays in the document, so that assistive technology never loses it.
  if (at >= 0 && (at < first || at > last)) shown.push(at);
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      {...(count > 0 && { 'aria-activedescendant': `${id}-${at}` })}
      onKeyDown={onKeyDown}
      className={`group/list min-h-0 grow overflow-auto outline-offset-[-2px] ${props.className}`}
    >
      <div role="presentation" className="relative" style={{ height: tops[count] ?? 0 }}>
        {shown.map((index) => (
          <div
            key={index}
            role="presentation"
            className="absolute inset-x-0 flex flex-col"
            style={{ top: tops[index]!, height: tops[index + 1]! - tops[index]! }}
          >
            <Heading>{drawHeading?.(index)}</Heading>
            <Option
              id={`${id}-${index}`}
              name={nameOf(index)}
              position={index + 1}
              count={count}
              isCurrent={index === current}
              isActive={index === at}
              onPick={() => {
                setActive(index);
                onChoose(index);
                scroller.current?.focus({ preventScroll: true });
              }}
            >
              {draw(index)}
            </Option>
          </div>
        ))}
      </div>
    </div>
  );
}

/** Where a group begins; not part of its first item. */
function Heading({ children }: { readonly children: ReactNode }) {
  if (!children) return null;
  return (
    <div role="presentation" aria-hidden>
      {children}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly name: string;
  /** From 1. */
  readonly position: number;
  readonly count: number;
  readonly isCurrent: boolean;
  /** Whether the keys go on from it. */
  readonly isActive: boolean;
  readonly onPick: () => void;
  readonly children: ReactNode;
}

/** An item; the list hears the keys for all its options. */
function Option({ id, name, position, count, isCurrent, isActive, onPick, children }: OptionProps) {
  const ground = isCurrent ? 'bg-selected' : 'hover:bg-hover';
  const ring =
    'group-focus-visible/list:outline-2 group-focus-visible/list:outline-solid group-focus-visible/list:-outline-offset-2 group-focus-visible/list:outline-focus';
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-label={name}
      aria-selected={isCurrent}
      aria-posinset={position}
      aria-setsize={count}
      className={`min-h-0 grow cursor-default rounded-md outline-none ${ground} ${isActive ? ring : ''}`}
      onClick={onPick}
    >
      {children}
    </div>
  );
}
