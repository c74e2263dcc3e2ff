import { Trash2 } from 'lucide-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { findWords } from '../../../../shared/domain/search/find-words.ts';
import type { Cue } from '../../../../shared/model/evidence.ts';
import type { TranscriptId } from '../../../../shared/model/common.ts';
import { useEngineMutation, useMatter } from '../../../client/index.ts';
import { Button, EmptyState, IconButton, Select } from '../../../ui/index.ts';
import { useSideCommand } from '../desk/side-context.ts';
import { FindBar } from '../find/FindBar.tsx';
import type { FindBarState } from '../find/use-find-bar.ts';
import { useSteps } from '../find/use-steps.ts';
import { MarkedText } from '../text/MarkedText.tsx';
import { mediaWords as words } from '../words.ts';
import { mediaClock } from '../../../../shared/domain/evidence/media-clock.ts';
import { cueAt } from './cue-at.ts';

interface Transcript {
  readonly id: TranscriptId;
  readonly name: string;
  readonly cues: readonly Cue[];
}

interface TranscriptPanelProps {
  readonly transcripts: readonly Transcript[];
  readonly atMs: number;
  readonly bar: FindBarState;
  /** The moment a search led to. */
  readonly asked: { readonly atMs: number } | null;
  readonly onJump: (ms: number) => void;
  /** Null where nothing can be added. */
  readonly onImport: (() => void) | null;
}

/** What was said, line by line: the line being spoken is marked and kept in sight; choosing a line goes there. */
export function TranscriptPanel({ transcripts, atMs, bar, asked, onJump, onImport }: TranscriptPanelProps) {
  const { isReadOnly } = useMatter();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const transcript = transcripts.find(({ id }) => id === chosenId) ?? transcripts[0];
  // A search leads to the transcript that has its words.
  const { isMarking, wanted } = bar;
  useEffect(() => {
    if (!isMarking || wanted.any.length === 0) return;
    const found = transcripts.find(({ cues }) => cues.some(({ text }) => findWords(text, wanted).length > 0));
    if (found) setChosenId(found.id);
  }, [isMarking, wanted, transcripts]);
  const remove = useEngineMutation('evidence.transcript.delete', { undoMessage: () => words.removed });
  if (!transcript) {
    return (
      <EmptyState
        title={words.transcript}
        actions={onImport && <Button onPress={onImport}>{words.import}</Button>}
      >
        {words.noTranscript}
      </EmptyState>
    );
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex shrink-0 items-center gap-2 px-3 py-1.5">
        {transcripts.length > 1 ? (
          <Select
            label={words.transcriptOf}
            isLabelHidden
            value={transcript.id}
            onChange={setChosenId}
            options={transcripts.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <p className="min-w-0 grow truncate text-sm text-ink-soft" title={transcript.name}>
            {transcript.name}
          </p>
        )}
        {!isReadOnly && (
          <IconButton
            size="small"
            label={words.remove}
            icon={<Trash2 />}
            onPress={() => remove.mutate({ id: transcript.id })}
          />
        )}
      </div>
      <Cues key={transcript.id} cues={transcript.cues} atMs={atMs} bar={bar} asked={asked} onJump={onJump} />
    </div>
  );
}

/** Lines of a transcript in the document at once: hours of talk stay smooth. */
const together = 400;

function Cues({
  cues,
  atMs,
  bar,
  asked,
  onJump,
}: { cues: readonly Cue[] } & Pick<TranscriptPanelProps, 'atMs' | 'bar' | 'asked' | 'onJump'>) {
  const list = useRef<HTMLDivElement>(null);
  const spoken = cueAt(cues, atMs);
  const { wanted } = bar;
  const hits = useMemo(
    () =>
      wanted.any.length === 0
        ? []
        : cues.flatMap(({ text }, cue) => findWords(text, wanted).map((_place, index) => ({ cue, index }))),
    [cues, wanted],
  );
  // The player may not have gone to that moment yet.
  const from = asked ? cueAt(cues, asked.atMs) : spoken;
  const { hit, position, step } = useSteps(bar, hits, {
    led: hits.find(({ cue }) => cue >= from) ?? hits[0],
    isAhead: ({ cue }) => cue >= spoken,
  });
  useSideCommand('reader.find', bar.open);

  const focus = hit?.cue ?? Math.max(0, spoken);
  const first = Math.max(0, Math.floor(focus / (together / 2)) * (together / 2) - together / 2);
  const shown = cues.slice(first, first + together * 1.5);
  useLayoutEffect(() => {
    const line = list.current?.querySelector<HTMLElement>(`[data-cue="${focus}"]`);
    if (line && list.current) keepInSight(list.current, line);
  }, [focus]);

  return (
    <>
      {bar.isOpen && (
        <FindBar
          asked={bar}
          find={{ query: wanted.any.join(' '), hits, isSearching: false, isCut: false }}
          position={position}
          onStep={step}
        />
      )}
      <div
        ref={list}
        role="list"
        aria-label={words.transcript}
        className="relative min-h-0 grow overflow-auto pb-2"
      >
        {shown.map(({ startMs, speaker, text }, offset) => {
          const index = first + offset;
          const isSpoken = index === spoken;
          return (
            <div role="listitem" key={index} data-cue={index}>
              <button
                type="button"
                aria-current={isSpoken ? 'time' : undefined}
                title={words.jump(mediaClock(startMs))}
                className={`grid w-full grid-cols-[4.25rem_minmax(0,1fr)] items-baseline gap-2 border-l-3 px-3 py-1 text-left outline-offset-[-2px] hover:bg-hover ${isSpoken ? 'border-accent bg-selected' : 'border-transparent'}`}
                onClick={() => onJump(startMs)}
              >
                <span className="text-right text-sm text-ink-soft tabular-nums">{mediaClock(startMs)}</span>
                <span className="wrap-anywhere whitespace-pre-wrap">
                  {speaker !== '' && <b className="font-semibold">{speaker}: </b>}
                  <MarkedText text={text} wanted={wanted} current={hit?.cue === index ? hit.index : -1} />
                </span>
              </button>
            </div>
          );
        })}
      </div>
    </>
  );
}

/** Scrolls the list alone, and only when the line is out of its sight: the rest of the window stays. */
function keepInSight(list: HTMLElement, line: HTMLElement): void {
  const top = line.offsetTop;
  const isSeen = top >= list.scrollTop && top + line.offsetHeight <= list.scrollTop + list.clientHeight;
  if (!isSeen) list.scrollTop = top - list.clientHeight / 3;
}
