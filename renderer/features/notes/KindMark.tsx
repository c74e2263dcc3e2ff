import {
  Bookmark,
  Highlighter,
  MessageSquareText,
  RectangleEllipsis,
  Square,
  Underline,
  type LucideIcon,
} from 'lucide-react';
import type { TagColor } from '../../../shared/model/evidence.ts';
import type { NoteKind } from '../../../shared/model/notes.ts';
import { markColors } from './marks/mark-colors.ts';

const icons: Readonly<Record<NoteKind, LucideIcon>> = {
  highlight: Highlighter,
  underline: Underline,
  box: Square,
  note: MessageSquareText,
  bookmark: Bookmark,
  redaction: RectangleEllipsis,
};

/** A note's kind as a sign on its color; the kind's name is beside it, or read out. */
export function KindMark({ kind, color }: { kind: NoteKind; color: TagColor }) {
  const Icon = icons[kind];
  return (
    <span
      aria-hidden
      className={`flex size-5 shrink-0 items-center justify-center rounded-sm text-white forced-color-adjust-none ${markColors[color].solid}`}
    >
      <Icon className="size-3" />
    </span>
  );
}
