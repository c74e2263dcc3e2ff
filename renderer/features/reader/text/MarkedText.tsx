import { memo, type ReactNode } from 'react';
import { findWords, type WantedWords } from '../../../../shared/domain/search/find-words.ts';

interface MarkedTextProps {
  readonly text: string;
  readonly wanted: WantedWords;
  /** Which of the places is the present one, from 0; -1 when it is none of these. */
  readonly current: number;
}

/** A text with the words looked for marked. */
export const MarkedText = memo(function MarkedText({ text, wanted, current }: MarkedTextProps) {
  if (wanted.any.length === 0) return text;
  const shown: ReactNode[] = [];
  let at = 0;
  for (const [index, { from, to }] of findWords(text, wanted).entries()) {
    shown.push(
      text.slice(at, from),
      <mark
        key={index}
        data-current={index === current || undefined}
        className="rounded-[1px] bg-[#ffd84d] text-[#111111] data-current:bg-[#ff9f2e] data-current:outline-1 data-current:outline-[#b35900]"
      >
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  return [...shown, text.slice(at)];
});
