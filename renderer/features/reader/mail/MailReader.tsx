import { ImageOff } from 'lucide-react';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { splitParts } from '../../../../shared/domain/evidence/text-parts.ts';
import { findWords } from '../../../../shared/domain/search/find-words.ts';
import { useEngineQuery, useReaderNotes, useViewState, QueryFallback } from '../../../client/index.ts';
import { EmptyState, SegmentedControl } from '../../../ui/index.ts';
import { useDeskPlace } from '../desk/side-context.ts';
import { ItemStrip } from '../frame/ItemStrip.tsx';
import { NotesSide } from '../frame/NotesSide.tsx';
import { ReaderHeader } from '../frame/ReaderHeader.tsx';
import { useFindBar } from '../find/use-find-bar.ts';
import type { PageQueue } from '../pages/page-queue.ts';
import type { EvidenceSource } from '../sources.ts';
import { MarkedText } from '../text/MarkedText.tsx';
import type { ReadParts } from '../text/part-store.ts';
import { Parts, type PartForm } from '../text/Parts.tsx';
import { mailWords, words } from '../words.ts';
import { MailAttachments } from './MailAttachments.tsx';
import { MailHeaders } from './MailHeaders.tsx';
import { MailPage } from './MailPage.tsx';

interface MailReaderProps {
  readonly title: string;
  readonly source: EvidenceSource;
  readonly queue: PageQueue;
  readonly marks: readonly string[];
  /** A part of its text asked for; a new object each time. */
  readonly asked: { readonly part: number } | null;
}

const remembered = { shows: 'formatted' as 'formatted' | 'plain' };

/** A mail as a message: its headers, what came with it, and its body as it was formatted or as plain text. */
export function MailReader({ title, source, queue, marks, asked }: MailReaderProps) {
  const { matterId, evidenceId: id } = source;
  const notes = useReaderNotes();
  const query = useEngineQuery('evidence.mail', { matterId, id });
  const { data: mail } = query;
  const [view, change] = useViewState('reader.mail', remembered);
  const bar = useFindBar(marks);
  const { isFocused } = useDeskPlace();
  const root = useRef<HTMLDivElement>(null);
  // A note's words are in the plain text; the words of a search are marked in either form.
  const leading = marks.length === 0 ? asked : null;
  /** Where it is shown as plain text for now, whatever is remembered. */
  const [plain, setPlain] = useState(leading);
  const [lastAsked, setLastAsked] = useState(asked);
  if (asked !== lastAsked) {
    setLastAsked(asked);
    if (leading) setPlain(leading);
  }
  const shows = plain ? 'plain' : view.shows;
  const isSealed = mail?.hasHtml === true && shows === 'formatted';
  const showPlain = () => {
    setPlain({ part: 1 });
    // The focus goes where words are selected next.
    requestAnimationFrame(() =>
      root.current
        ?.querySelector<HTMLElement>('[role="region"][tabindex="0"]')
        ?.focus({ preventScroll: true }),
    );
  };

  let body: ReactNode;
  if (query.error || !mail) body = <QueryFallback query={query} label={mailWords.loading} />;
  else if (isSealed) body = <MailPage source={source} queue={queue} bar={bar} />;
  else if (mail.text.trim() === '') body = <EmptyState title={mailWords.empty} />;
  else body = <PlainBody title={title} text={mail.text} bar={bar} asked={plain} />;

  return (
    <div ref={root} className="flex h-full min-h-0 flex-col">
      <ReaderHeader title={title} source={source} onFind={bar.open} hasNotesSide>
        {mail?.hasHtml && (
          <SegmentedControl
            label={mailWords.view}
            value={shows}
            onChange={(next) => {
              setPlain(null);
              change({ shows: next });
            }}
            options={[
              { value: 'formatted', label: mailWords.formatted },
              { value: 'plain', label: mailWords.plain },
            ]}
          />
        )}
      </ReaderHeader>
      <ItemStrip source={source} />
      {mail && <MailHeaders headers={mail.headers} source={source} />}
      {mail && <MailAttachments attachments={mail.attachments} source={source} />}
      {mail && mail.remoteReferences > 0 && (
        <p className="flex shrink-0 items-start gap-1.5 border-b border-line bg-sunken px-3.5 py-1 text-sm text-ink-soft">
          <ImageOff aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {mailWords.remote(mail.remoteReferences)}
        </p>
      )}
      <NotesSide
        source={source}
        part={null}
        onGo={(part) => setPlain({ part: part + 1 })}
        {...(isSealed && { onPlain: showPlain })}
      >
        {body}
        {notes &&
          (isSealed ? (
            <notes.SealedNotes item={source} isOffered={isFocused} onPlain={showPlain} />
          ) : (
            <notes.PartNotes item={source} />
          ))}
      </NotesSide>
    </div>
  );
}

function PlainBody({
  title,
  text,
  bar,
  asked,
}: {
  title: string;
  text: string;
  bar: ReturnType<typeof useFindBar>;
  asked: { readonly part: number } | null;
}) {
  const parts = useMemo(() => splitParts(text), [text]);
  const read = useCallback<ReadParts>(
    async (from, limit) =>
      parts.slice(from - 1, from - 1 + limit).map((part, index) => ({ page: from + index, text: part })),
    [parts],
  );
  return (
    <Parts
      label={words.textOf(title)}
      total={parts.length}
      read={read}
      form={plainForm}
      bar={bar}
      start={asked?.part ?? 1}
      asked={asked}
      onMove={stay}
    />
  );
}

const stay = () => undefined;

/** A mail's text, with what it quotes from others dimmed. */
const plainForm: PartForm = {
  count: (_part, text, wanted) =>
    runsOf(text).reduce((sum, run) => sum + findWords(run.text, wanted).length, 0),
  draw: (_part, text, wanted, current) => {
    let before = 0;
    return (
      <div className="mx-auto max-w-[82ch] px-4 text-[0.9375rem] leading-relaxed whitespace-pre-wrap wrap-anywhere">
        {runsOf(text).map((run, index) => {
          const here = current - before;
          if (wanted.any.length > 0) before += findWords(run.text, wanted).length;
          return (
            <div
              key={index}
              className={run.isQuoted ? 'border-l-2 border-line pl-2 text-ink-soft' : undefined}
            >
              <MarkedText text={run.text} wanted={wanted} current={here} />
            </div>
          );
        })}
      </div>
    );
  },
  className: 'py-3',
};

/** Lines in a row that are quoted, and those that are not. */
function runsOf(text: string): { text: string; isQuoted: boolean }[] {
  const runs: { lines: string[]; isQuoted: boolean }[] = [];
  for (const line of text.split('\n')) {
    const isQuoted = line.startsWith('>');
    const last = runs.at(-1);
    if (last?.isQuoted === isQuoted) last.lines.push(line);
    else runs.push({ lines: [line], isQuoted });
  }
  // An empty line at the end of a run is seen only before another line end.
  return runs.map(({ lines, isQuoted }, index) => ({
    text: `${lines.join('\n')}${lines.at(-1) === '' && index < runs.length - 1 ? '\n' : ''}`,
    isQuoted,
  }));
}
