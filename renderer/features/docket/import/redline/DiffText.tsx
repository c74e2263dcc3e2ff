import { Fragment } from 'react';
import type { DiffPart } from '../../../../../shared/domain/word-diff.ts';
import { importWords as words } from '../words.ts';

/** Words that stayed, went and came: shown by line and background as well as by color, and to screen readers in words. */
export function DiffText({ parts }: { parts: readonly DiffPart[] }) {
  return parts.map(({ kind, text }, at) => {
    // The space before a word is outside its mark, so that no line or background extends over it.
    const space = /^\s/.test(text) || parts[at - 1]?.kind === 'gone' ? ' ' : '';
    if (kind === 'same') return <Fragment key={at}>{text}</Fragment>;
    const Mark = kind === 'gone' ? 'del' : 'ins';
    return (
      <Fragment key={at}>
        {at > 0 && space}
        {/* Outside the mark: within, it would leave a stump of it at a line's end. */}
        <span className="sr-only select-none">{kind === 'gone' ? words.removed : words.inserted}</span>
        <Mark
          className={`rounded-xs box-decoration-clone px-0.5 ${
            kind === 'gone'
              ? 'bg-danger-soft text-danger-ink line-through'
              : 'bg-success-soft text-success-ink underline underline-offset-2'
          }`}
        >
          {text.trimStart()}
        </Mark>
      </Fragment>
    );
  });
}
