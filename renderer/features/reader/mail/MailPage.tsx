import { useEffect, useRef, useState } from 'react';
import { readerTransport } from '../../../client/index.ts';
import { useSideCommand } from '../desk/side-context.ts';
import { FindBar } from '../find/FindBar.tsx';
import { nextHit } from '../find/hits.ts';
import type { FindBarState } from '../frame/use-find-bar.ts';
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
  const { wanted, chosen, choose } = bar;
  const [query, marks] = wanted.isWhole ? ['', wanted.any] : [wanted.any[0] ?? '', none];
  const find = useFind(queue, 1, { query, marks, fromPage: 0 });
  const count = find.hits.length;
  const step = (direction: 1 | -1) => {
    if (count > 0) choose(nextHit(find.hits, chosen, direction, () => true));
  };
  useSideCommand('reader.find', bar.open);
  // The first of the words of a search is shown at once.
  const isLed = bar.isMarking && chosen === null && count > 0;
  useEffect(() => {
    if (isLed) choose(0);
  }, [isLed, choose]);

  // The page is reloaded with its marks once it is known that there are any, not with every letter typed.
  const marked = useRef('');
  const isOfThese = find.query === (query || marks.join(', '));
  const isSettled = isOfThese && !find.isSearching;
  if (isSettled) marked.current = count === 0 ? '' : parametersOf(query, marks);
  // After a search the page is loaded once, with its marks: a frame redirected while it loads may stay empty.
  const isAwaited = bar.isMarking && !isSettled && marked.current === '';
  // What was requested when the reader stopped is requested again.
  const [restarts, setRestarts] = useState(0);
  useEffect(() => readerTransport.onRestart(() => setRestarts((before) => before + 1)), []);
  const shown = isLed ? 0 : chosen;
  const hit = shown !== null && shown < count ? `#hit-${shown + 1}` : '';
  return (
    <>
      {bar.isOpen && (
        <FindBar
          asked={bar}
          find={find}
          position={chosen !== null && chosen < count ? chosen + 1 : null}
          onStep={step}
        />
      )}
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

const none: readonly string[] = [];

function parametersOf(query: string, marks: readonly string[]): string {
  const parameters = new URLSearchParams(marks.map((mark) => ['mark', mark]));
  if (marks.length === 0) parameters.append('find', query);
  return `?${parameters.toString()}`;
}
