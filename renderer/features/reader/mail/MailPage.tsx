import { useEffect, useRef, useState } from 'react';
import type { WantedWords } from '../../../../shared/domain/search/find-words.ts';
import { readerTransport } from '../../../client/index.ts';
import { useSideCommand } from '../desk/side-context.ts';
import { FindBar } from '../find/FindBar.tsx';
import type { FindBarState } from '../find/use-find-bar.ts';
import { useSteps } from '../find/use-steps.ts';
import type { PageQueue } from '../pages/page-queue.ts';
import { addressOf, type EvidenceSource } from '../sources.ts';
import { useFind } from '../find/use-find.ts';
import { mailWords } from '../words.ts';

interface MailPageProps {
  readonly source: EvidenceSource;
  readonly queue: PageQueue;
  readonly bar: FindBarState;
}

/**
 * A mail as its HTML shows it, on light paper. The page comes made safe and with the words looked for marked; it runs nothing,
 * loads nothing and leads nowhere, and the frame would let it do none of it. Its address ends in the mark to go to.
 */
export function MailPage({ source, queue, bar }: MailPageProps) {
  const { wanted } = bar;
  const find = useFind(queue, 1, wanted, 0);
  const [first] = find.hits;
  const { position, step } = useSteps(bar, find.hits, { led: first, isAhead: () => true });
  useSideCommand('reader.find', bar.open);

  // The page is reloaded with its marks once it is known that there are any, not with every letter typed.
  const marked = useRef('');
  const isSettled = !find.isSearching;
  if (isSettled) marked.current = first ? parametersOf(wanted) : '';
  // After a search the page is loaded once, with its marks: a frame redirected while it loads may stay empty.
  const isAwaited = bar.isMarking && !isSettled && marked.current === '';
  // What was requested when the reader stopped is requested again.
  const [restarts, setRestarts] = useState(0);
  useEffect(() => readerTransport.onRestart(() => setRestarts((before) => before + 1)), []);
  // The first of the words of a search is shown at once.
  const shown = position ?? (bar.isMarking && first ? 1 : null);
  const hit = shown === null ? '' : `#hit-${shown}`;
  return (
    <>
      {bar.isOpen && <FindBar asked={bar} find={find} position={position} onStep={step} />}
      {isAwaited ? (
        <div className="min-h-40 w-full grow bg-white" />
      ) : (
        <iframe
          key={restarts}
          title={mailWords.message}
          src={`${addressOf(source)}/mail${marked.current}${hit}`}
          sandbox=""
          referrerPolicy="no-referrer"
          className="min-h-40 w-full grow bg-white outline-offset-[-2px] [color-scheme:light]"
        />
      )}
    </>
  );
}

function parametersOf({ any, isWhole }: WantedWords): string {
  return `?${new URLSearchParams(any.map((words) => [isWhole ? 'mark' : 'find', words])).toString()}`;
}
