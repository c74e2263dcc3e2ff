import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { groupOf } from '../../../../../shared/domain/evidence/kind-groups.ts';
import { kindWords, words } from '../../words.ts';
import { EvidenceBadges } from '../EvidenceBadges.tsx';
import { KindIcon } from '../KindIcon.tsx';
import { Marks } from '../rows/columns.tsx';
import { useRow } from '../rows/rows-context.tsx';
import type { ThumbnailQueue } from './thumbnails.ts';
import { cardSize } from './use-card-layout.ts';

interface CardProps {
  readonly id: string;
  readonly domId: string;
  readonly queue: ThumbnailQueue;
  readonly position: number;
  readonly setSize: number;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly left: number;
  readonly top: number;
}

/** An item of the list with its first page. */
export function Card(props: CardProps) {
  const { id, isSelected, isActive, left, top } = props;
  const item = useRow(id);
  return (
    // The listbox has the keyboard and the mouse for all its cards.
    <div
      id={props.domId}
      role="option"
      aria-selected={isSelected}
      aria-posinset={props.position}
      aria-setsize={props.setSize}
      data-row-id={id}
      className={`absolute flex cursor-default flex-col gap-1 rounded-md border p-1.5 ${
        isSelected
          ? 'border-accent bg-selected-idle group-focus-within/grid:bg-selected'
          : 'border-line bg-surface hover:bg-hover'
      } ${isActive ? 'group-focus-visible/grid:outline-2 group-focus-visible/grid:outline-focus' : ''}`}
      style={{ left, top, ...cardSize }}
    >
      <Picture
        id={id}
        queue={props.queue}
        hasPages={item !== undefined && (item.kind === 'pdf' || groupOf(item.kind) === 'image')}
      >
        {item && (
          <span className="flex flex-col items-center gap-1 text-ink-soft">
            <KindIcon kind={item.kind} className="size-9 stroke-[1.25]" />
            <span className="text-sm">{kindWords[item.kind]}</span>
          </span>
        )}
      </Picture>
      <span className="flex h-5 shrink-0 items-center gap-1">
        <span
          dir="auto"
          className="min-w-0 grow truncate text-left text-sm font-medium"
          title={item?.title ?? ''}
        >
          {item?.title ?? <span className="sr-only">{words.notReadYet}</span>}
        </span>
        {item && <Marks item={item} />}
      </span>
      <span className="flex h-5 shrink-0 overflow-hidden">{item && <EvidenceBadges item={item} />}</span>
    </div>
  );
}

function Picture(props: { id: string; queue: ThumbnailQueue; hasPages: boolean; children: React.ReactNode }) {
  const { id, queue, hasPages, children } = props;
  const { subscribe, get } = useMemo(
    () => ({
      subscribe: (onDrawn: () => void) => (hasPages ? queue.watch(id, onDrawn) : () => undefined),
      get: () => (hasPages ? queue.get(id) : null),
    }),
    [queue, id, hasPages],
  );
  const drawn = useSyncExternalStore(subscribe, get);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (drawn && canvas.current) {
      canvas.current.width = drawn.width;
      canvas.current.height = drawn.height;
      canvas.current.getContext('2d')?.drawImage(drawn, 0, 0);
    }
  }, [drawn]);
  return (
    <span
      data-drawn={Boolean(drawn)}
      className="flex min-h-0 grow items-center justify-center overflow-hidden rounded-sm bg-paper-ground"
    >
      {drawn ? <canvas ref={canvas} aria-hidden className="max-h-full max-w-full bg-white" /> : children}
    </span>
  );
}
