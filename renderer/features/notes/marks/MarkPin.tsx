import { Bookmark, MessageSquareText } from 'lucide-react';
import type { Ref } from 'react';
import { markColors } from './mark-colors.ts';
import type { Mark } from './use-page-marks.ts';

interface MarkPinProps {
  readonly mark: Mark;
  /** CSS pixels a point: a pin is as large on every page. */
  readonly zoom: number;
  /** How far a note's pin is below the top of the page, in CSS pixels. */
  readonly top: number;
  readonly isChosen: boolean;
  readonly pinRef: Ref<HTMLSpanElement>;
}

/** At the page's edge: a note that is about the page, or a bookmark that hangs from its top. */
export function MarkPin({ mark: { kind, color, note }, zoom, top, isChosen, pinRef }: MarkPinProps) {
  const isBookmark = kind === 'bookmark';
  return (
    <span className="absolute right-3" style={{ zoom: 1 / zoom, top: isBookmark ? -2 : top }}>
      <span
        ref={pinRef}
        data-line={kind}
        className={`pointer-events-auto relative z-10 flex w-6 cursor-pointer items-center justify-center text-white group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-mark-line-blue ${
          markColors[color].solid
        } ${isBookmark ? 'h-9 [clip-path:polygon(0_0,100%_0,100%_100%,50%_80%,0_100%)] group-focus-visible:brightness-60' : 'h-6 rounded-md'} ${
          isChosen ? 'ring-1 ring-mark-line-blue ring-offset-1' : ''
        }`}
        title={note?.text || undefined}
      >
        {isBookmark ? (
          <Bookmark aria-hidden className="mb-1.5 size-3.5 fill-current" />
        ) : (
          <MessageSquareText aria-hidden className="size-3.5" />
        )}
      </span>
    </span>
  );
}
