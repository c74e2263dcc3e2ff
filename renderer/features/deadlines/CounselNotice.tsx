import { Scale } from 'lucide-react';
import { deadlineWords } from './words.ts';

/** Shown wherever a computed date is. */
export function CounselNotice() {
  return (
    <span className="inline-flex items-center gap-1.5 text-sm text-ink-soft">
      <Scale aria-hidden className="size-3.5 shrink-0" />
      {deadlineWords.counsel}
    </span>
  );
}
