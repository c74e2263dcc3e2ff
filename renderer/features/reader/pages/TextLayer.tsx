import { Fragment, memo, type MouseEvent } from 'react';
import type { TextRun } from '../../../../shared/contract/reader.ts';
import { runStyle } from './text-shape.ts';

/**
 * The page's words as real text, invisible over their picture: for selecting, copying, screen readers and tests.
 * In points; the page scales it, so that zooming does not lay it out again.
 */
export const TextLayer = memo(function TextLayer({ runs }: { runs: readonly TextRun[] }) {
  return (
    <div
      data-selectable
      data-text-layer
      className="pointer-events-auto absolute inset-0 cursor-text text-transparent"
      role="presentation"
      onClick={clickThrough}
    >
      {runs.map((run, index) => (
        <Fragment key={index}>
          <span data-run={index} className="absolute origin-left whitespace-pre" style={runStyle(run)}>
            {run.text}
          </span>
          {/* A break lies in the corner of the page; only its words are marked. */}
          {run.isLineEnd && <br role="presentation" className="selection:bg-transparent" />}
        </Fragment>
      ))}
    </div>
  );
});

/** A click that selects nothing is meant for the note below the words. */
function clickThrough({ clientX, clientY }: MouseEvent): void {
  if (window.getSelection()?.isCollapsed === false) return;
  const below = document
    .elementsFromPoint(clientX, clientY)
    .find((element) => element.closest('[data-note-layer]') && element.closest('button, [role="button"]'));
  below?.closest<HTMLElement>('button, [role="button"]')?.click();
}
