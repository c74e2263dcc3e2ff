import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { FileText } from 'lucide-react';
import { groupOf } from '../../../../shared/domain/evidence/kind-groups.ts';
import type { EvidenceKind } from '../../../../shared/model/evidence.ts';
import {
  engineClient,
  runJob,
  showError,
  useEngineQuery,
  useJobs,
  useMatter,
  useReaderNotes,
  useViewState,
  QueryFallback,
} from '../../../client/index.ts';
import { Button, EmptyState, LoadingState, SegmentedControl } from '../../../ui/index.ts';
import { ItemStrip } from '../frame/ItemStrip.tsx';
import { NotesSide } from '../frame/NotesSide.tsx';
import { ReaderHeader } from '../frame/ReaderHeader.tsx';
import { useFindBar } from '../find/use-find-bar.ts';
import { useReadItem, type EvidenceSource } from '../sources.ts';
import { textWords, words } from '../words.ts';
import { tableFormOf } from './csv-part.ts';
import type { ReadParts } from './part-store.ts';
import { Parts, textForm } from './Parts.tsx';
import { tableForm } from './table-form.tsx';

interface TextViewProps {
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly source: EvidenceSource;
  /** Part to begin with, from 1. */
  readonly start: number;
  /** A part asked for while the text was shown already; a new object each time. */
  readonly asked: { readonly part: number } | null;
  readonly marks: readonly string[];
  readonly onMove: (part: number) => void;
}

const asTyped = textForm('font-mono text-sm [tab-size:4]');
const asProse = textForm('mx-auto max-w-[78ch] text-[0.9375rem] leading-relaxed');
const remembered = { csv: 'table' as 'table' | 'plain' };

/** The text of a file: plain as it is typed, tables in columns, documents and web pages as running text. */
export function TextView({ title, kind, source, start, asked, marks, onMove }: TextViewProps) {
  const { matterId, evidenceId: id } = source;
  const notes = useReaderNotes();
  const bar = useFindBar(marks);
  // Shown in another way, it goes on where it was.
  const place = useRef(start);
  const move = useCallback(
    (part: number) => {
      place.current = part;
      onMove(part);
    },
    [onMove],
  );
  // A note leads to its part; what is asked for from elsewhere later leads on.
  const [led, setLed] = useState<{ part: number; after: typeof asked } | null>(null);
  const [view, change] = useViewState('reader.text', remembered);
  const beginning = useEngineQuery('evidence.text', { matterId, id, fromPage: 1, limit: 1 });
  const total = beginning.data?.total ?? 0;
  const firstText = beginning.data?.pages[0]?.text ?? '';
  const read = useCallback<ReadParts>(
    // Read again when there is more of it than before: its text was read meanwhile.
    async (from, limit) =>
      total === 0 ? [] : (await engineClient['evidence.text']({ matterId, id, fromPage: from, limit })).pages,
    [matterId, id, total],
  );
  const table = useMemo(() => {
    const form = kind === 'csv' ? tableFormOf(firstText) : null;
    return form && tableForm(form);
  }, [kind, firstText]);
  const isTable = table !== null && view.csv === 'table';
  const isTyped = kind === 'text' || kind === 'csv' || kind === 'spreadsheet';
  const form = isTable ? table : isTyped ? asTyped : asProse;

  let body: ReactNode;
  if (beginning.error || beginning.isPending)
    body = <QueryFallback query={beginning} label={textWords.loading} />;
  else if (total === 0 || (total === 1 && firstText.trim() === ''))
    body = <NoText source={source} isRead={total > 0} />;
  else {
    body = (
      <Parts
        key={form === table ? 'table' : 'text'}
        label={words.textOf(title)}
        total={total}
        read={read}
        form={form}
        bar={bar}
        start={place.current}
        asked={led && led.after === asked ? led : asked}
        onMove={move}
      />
    );
  }
  const remark = groupOf(kind) === 'office' ? textWords.office : kind === 'html' ? textWords.web : null;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ReaderHeader title={title} source={source} onFind={bar.open} hasNotesSide>
        {table && (
          <SegmentedControl
            label={textWords.view}
            value={view.csv}
            onChange={(csv) => change({ csv })}
            options={[
              { value: 'table', label: textWords.table },
              { value: 'plain', label: textWords.plain },
            ]}
          />
        )}
      </ReaderHeader>
      <ItemStrip source={source} />
      {remark && (
        <p className="shrink-0 border-b border-line bg-sunken px-3.5 py-1 text-sm text-ink-soft">{remark}</p>
      )}
      <NotesSide
        source={source}
        part={total === 0 ? null : place.current - 1}
        onGo={(part) => setLed({ part: part + 1, after: asked })}
      >
        {body}
        {notes && <notes.PartNotes item={source} />}
      </NotesSide>
    </div>
  );
}

/** Shown in place of a text that was not read yet, is being read, or does not exist. */
function NoText({ source, isRead }: { source: EvidenceSource; isRead: boolean }) {
  const { matterId } = source;
  const { isReadOnly } = useMatter();
  const item = useReadItem(source);
  const { running } = useJobs();
  const isReading = running.some(({ operation }) => operation === 'evidence.readText');
  if (isReading && !isRead) return <LoadingState label={textWords.reading} />;
  const problems = item?.problems ?? [];
  return (
    <EmptyState
      icon={<FileText />}
      title={isRead ? textWords.none : textWords.notRead}
      actions={
        !isRead &&
        !isReadOnly && (
          <Button onPress={() => void runJob('evidence.readText', { matterId }).catch(showError)}>
            {textWords.read}
          </Button>
        )
      }
    >
      {problems.map(({ code, message }) => (
        <p key={`${code} ${message}`}>{message}</p>
      ))}
    </EmptyState>
  );
}
