import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { FilePlus2, NotebookPen } from 'lucide-react';
import { findWords } from '../../../../shared/domain/search/find-words.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { EvidenceKind } from '../../../../shared/model/evidence.ts';
import type { NoteRow } from '../../../../shared/model/notes.ts';
import {
  isEditing,
  showError,
  useEngineMutation,
  useEngineQuery,
  useHasSingleKeys,
  useMatter,
  useReaderNotes,
  useRunCommand,
  useSingleKey,
  useViewState,
  useCanComment,
} from '../../../client/index.ts';
import { IconButton, Tabs } from '../../../ui/index.ts';
import { ItemStrip } from '../frame/ItemStrip.tsx';
import { ReaderHeader } from '../frame/ReaderHeader.tsx';
import { useFindBar } from '../find/use-find-bar.ts';
import type { EvidenceSource } from '../sources.ts';
import { useMomentDrafts } from './use-moment-drafts.ts';
import { mediaWords as words } from '../words.ts';
import { spokenAt } from './cue-at.ts';
import { NotesPanel, type MomentNote } from './NotesPanel.tsx';
import { Player, type Media } from './Player.tsx';
import { mediaClock } from '../../../../shared/domain/evidence/media-clock.ts';
import { TranscriptPanel } from './TranscriptPanel.tsx';
import { useJump, useMoment } from './use-moment.ts';

interface MediaViewProps {
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly source: EvidenceSource;
  readonly marks: readonly string[];
  /** Where to begin, in milliseconds; a new object each time it is asked for. */
  readonly asked: { readonly atMs: number } | null;
}

const noTranscripts: readonly never[] = [];
const remembered = { tab: 'transcript' as 'transcript' | 'notes' };

/** A recording, its transcripts and the notes made on it. At the time being played N makes a note, F a fact. */
export function MediaView({ title, kind, source, marks, asked }: MediaViewProps) {
  const { matterId, evidenceId: id } = source;
  const { isReadOnly } = useMatter();
  const canComment = useCanComment();
  const media = useRef<Media>(null);
  const [view, change] = useViewState('reader.media', remembered);
  const [drafts, draft] = useMomentDrafts(source);
  const { data: transcripts = noTranscripts } = useEngineQuery('evidence.transcript.list', { matterId, id });
  const { data: itemNotes } = useEngineQuery('notes.list', { matterId, filter: { evidenceIds: [id] } });
  const knownNotes = useMemo(() => itemNotes && momentsOf(itemNotes), [itemNotes]);
  const notes = knownNotes ?? [];
  const bar = useFindBar(marks);
  const atMs = useMoment(media);
  const jump = useJump(media, asked);

  useTabOfFound({ marks, asked, notes: knownNotes, onTab: (tab) => change({ tab }) });
  const importing = useTranscriptImport(id, () => change({ tab: 'transcript' }));
  const addNote = () => {
    if (!canComment) return;
    change({ tab: 'notes' });
    // One that is half typed stays where it was begun.
    if (drafts.added && drafts.added.text.trim() !== '') return;
    const atMs = Math.floor((media.current?.currentTime ?? 0) * 1000);
    draft((present) => ({ ...present, added: { atMs, text: '' } }));
  };
  const hasSingleKeys = useHasSingleKeys();
  const singleKey = useSingleKey();
  const runCommand = useRunCommand();
  const MomentTools = useReaderNotes()?.MomentTools;
  const takeMoment = () => {
    media.current?.pause();
    const now = Math.floor((media.current?.currentTime ?? 0) * 1000);
    const spoken = transcripts[0] && spokenAt(transcripts[0].cues, now);
    return spoken ? { atMs: spoken.startMs, quote: spoken.text } : { atMs: now, quote: '' };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isEditing(event.target as Element)) return;
    if (!hasSingleKeys) return;
    const key = event.key.toLowerCase();
    if (key === 'n') addNote();
    else if (key !== 'f' || !runCommand('argument.factFromWords')) return;
    event.preventDefault();
  };

  // Sound alone needs no room beside its transcript.
  const isVideo = kind === 'video';
  return (
    <div className="flex h-full min-h-0 flex-col" onKeyDown={onKeyDown}>
      <ReaderHeader
        title={title}
        source={source}
        {...(transcripts.length > 0 && {
          onFind: () => {
            change({ tab: 'transcript' });
            bar.open();
          },
        })}
      >
        {canComment && (
          <IconButton
            label={words.addNote(mediaClock(atMs))}
            shortcut={singleKey('N')}
            icon={<NotebookPen />}
            onPress={addNote}
          />
        )}
        {MomentTools && <MomentTools item={source} atMs={atMs} onTake={takeMoment} />}
        {!isReadOnly && (
          <IconButton
            label={words.import}
            icon={<FilePlus2 />}
            isDisabled={importing.isBusy}
            onPress={importing.choose}
          />
        )}
      </ReaderHeader>
      <ItemStrip source={source} />
      <div className="@container flex min-h-0 grow flex-col">
        <div className={`flex min-h-0 grow flex-col ${isVideo ? '@3xl:flex-row' : ''}`}>
          <div
            className={`flex shrink-0 flex-col justify-center gap-2 bg-sunken p-3 ${isVideo ? 'max-h-[50%] @3xl:max-h-none @3xl:min-h-0 @3xl:grow @3xl:basis-0' : ''}`}
          >
            <Player title={title} source={source} isVideo={isVideo} mediaRef={media} />
          </div>
          <div
            className={`min-h-0 grow basis-0 border-t border-line bg-surface ${isVideo ? '@3xl:border-t-0 @3xl:border-l' : ''}`}
          >
            <Tabs
              label={`${words.transcript}, ${words.notes}`}
              value={view.tab}
              onChange={(tab) => change({ tab })}
              isKept
              tabs={[
                {
                  value: 'transcript',
                  label: words.transcript,
                  content: (
                    <TranscriptPanel
                      transcripts={transcripts}
                      atMs={atMs}
                      bar={bar}
                      asked={asked}
                      onJump={jump}
                      onImport={isReadOnly ? null : importing.choose}
                    />
                  ),
                },
                {
                  value: 'notes',
                  label: notes.length === 0 ? words.notes : `${words.notes} (${notes.length})`,
                  content: <NotesPanel id={id} notes={notes} drafts={drafts} onDraft={draft} onJump={jump} />,
                },
              ]}
            />
          </div>
        </div>
      </div>
    </div>
  );
}

interface Found extends Pick<MediaViewProps, 'marks' | 'asked'> {
  /** Undefined until they are read. */
  readonly notes: readonly MomentNote[] | undefined;
  readonly onTab: (tab: 'transcript' | 'notes') => void;
}

/** A search leads to its words: a note at that moment, or else what was said. */
function useTabOfFound({ marks, asked, notes, onTab }: Found): void {
  const led = useRef<readonly string[]>([]);
  useEffect(() => {
    if (marks.length === 0 || led.current === marks || !notes) return;
    led.current = marks;
    const wanted = { any: marks, isWhole: true };
    const isNote = notes.some((note) => note.atMs === asked?.atMs && findWords(note.text, wanted).length > 0);
    onTab(isNote ? 'notes' : 'transcript');
  });
}

/** Lets a person choose a transcript, and takes it in. */
function useTranscriptImport(id: EvidenceId, onImported: () => void) {
  const take = useEngineMutation('evidence.transcript.import', {
    undoMessage: ({ cues, unread }) => words.imported(cues, unread),
    onSuccess: onImported,
  });
  const choose = async () => {
    const [file] = await window.forthwith.openFiles('transcript');
    if (file) take.mutate({ id, source: { token: file.token } });
  };
  return { isBusy: take.isPending, choose: () => void choose().catch(showError) };
}

/** Notes on the recording as a whole are beside it, not on its timeline. */
function momentsOf(notes: readonly NoteRow[]): MomentNote[] {
  return notes.flatMap(({ id, text, anchor: { atMs } }) => (atMs === null ? [] : [{ id, text, atMs }]));
}
