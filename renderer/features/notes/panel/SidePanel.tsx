import { MessageSquarePlus, NotebookPen, TextQuote } from 'lucide-react';
import { useState } from 'react';
import type { TagId } from '../../../../shared/model/common.ts';
import type { NoteAnchor, NoteKind, NoteRow } from '../../../../shared/model/notes.ts';
import { useCanComment, useCommand, type ReaderNotes, QueryFallback } from '../../../client/index.ts';
import { Button, EmptyState, Select, showToast } from '../../../ui/index.ts';
import { useTags } from '../../evidence/index.ts';
import { seekNote, useNoteState } from '../note-state.ts';
import { useItemNotes } from '../use-item-notes.ts';
import { useTargetNote } from '../use-target-note.ts';
import { kindWords, panelWords as words } from '../words.ts';
import { PanelForm } from './PanelForm.tsx';
import { PanelNote } from './PanelNote.tsx';
import { tellSealed } from '../parts/SealedNotes.tsx';
import { selectedPartAnchor } from '../parts/selected-part-words.ts';

/** What the notes of the panel are narrowed by. */
interface Narrowing {
  readonly kind: NoteKind | 'all';
  readonly tag: TagId | 'any';
}

const allNotes: Narrowing = { kind: 'all', tag: 'any' };

/** The notes of the open item in their order: narrowed by kind and tag, gone to, edited and added to. */
export const SidePanel: ReaderNotes['SidePanel'] = ({ item, documentId, onGo, onPlain }) => {
  useTargetNote();
  const canComment = useCanComment();
  const { notes, query } = useItemNotes(item);
  const { chosen } = useNoteState();
  const [narrowing, setNarrowing] = useState(allNotes);
  const [edited, setEdited] = useState<string | null>(null);
  const [draft, setDraft] = useState<NoteAnchor | null>(null);
  const shown = notes.filter(
    (note) =>
      (narrowing.kind === 'all' || note.kind === narrowing.kind) &&
      (narrowing.tag === 'any' || note.tagIds.includes(narrowing.tag)),
  );
  const isPaged = documentId !== null;

  const go = (note: NoteRow) => {
    const { page, rects, atMs } = note.anchor;
    if (atMs !== null) onGo({ atMs });
    else if (page !== null) onGo({ page: page - 1, y: rects[0]?.y ?? null });
    seekNote(note.id, true);
  };
  const noteOnWords = () => {
    if (onPlain) return tellSealed(onPlain);
    const anchor = selectedPartAnchor();
    if (anchor) setDraft(anchor);
    else showToast({ tone: 'notice', message: words.noWords });
  };
  useCommand('notes.noteOnWords', noteOnWords, { isEnabled: canComment && !isPaged });

  const body = () => {
    if (query.error || query.isPending) return <QueryFallback query={query} label={words.loading} />;
    if (notes.length === 0)
      return draft ? null : (
        <EmptyState icon={<NotebookPen />} title={words.none}>
          {!canComment ? words.noneReadOnly : isPaged ? words.noneHelp : words.noneOfPart}
        </EmptyState>
      );
    if (shown.length === 0)
      return (
        <EmptyState
          title={words.noneMatch}
          actions={
            <Button size="small" onPress={() => setNarrowing(allNotes)}>
              {words.clear}
            </Button>
          }
        />
      );
    return (
      <ul aria-label={words.notes} className="py-1">
        {shown.map((note, index) => (
          <PanelNote
            key={note.id}
            note={note}
            position={index + 1}
            total={shown.length}
            isChosen={note.id === chosen}
            isEdited={note.id === edited}
            onGo={() => go(note)}
            onEdit={(is) => setEdited(is ? note.id : null)}
          />
        ))}
      </ul>
    );
  };
  return (
    <section aria-label={words.notes} className="@container flex h-full min-h-0 flex-col bg-surface">
      {notes.length > 0 && (
        <div className="flex shrink-0 flex-wrap items-center gap-1.5 border-b border-line p-2">
          <NarrowingChoice notes={notes} narrowing={narrowing} onChange={setNarrowing} />
          <span role="status" className="grow text-right text-sm text-ink-soft tabular-nums">
            {words.count(shown.length, notes.length)}
          </span>
        </div>
      )}
      {canComment && !isPaged && (
        <div className="flex shrink-0 flex-wrap gap-1.5 border-b border-line p-2">
          <Button
            size="small"
            icon={<TextQuote aria-hidden />}
            // The words stay selected while it is pressed.
            preventFocusOnPress
            onPress={noteOnWords}
          >
            {words.addToSelection}
          </Button>
          <Button size="small" icon={<MessageSquarePlus aria-hidden />} onPress={() => setDraft(wholeItem)}>
            {words.addToItem}
          </Button>
        </div>
      )}
      {draft && (
        <div className="shrink-0 border-b border-line bg-sunken">
          <PanelForm item={item} anchor={draft} onEnd={() => setDraft(null)} />
        </div>
      )}
      <div className="min-h-0 grow overflow-auto">{body()}</div>
    </section>
  );
};

interface NarrowingChoiceProps {
  readonly notes: readonly NoteRow[];
  readonly narrowing: Narrowing;
  readonly onChange: (narrowing: Narrowing) => void;
}

/** The kinds of notes, and the tags that some of them have. */
function NarrowingChoice({ notes, narrowing, onChange }: NarrowingChoiceProps) {
  const used = new Set(notes.flatMap(({ tagIds }) => tagIds));
  const tags = useTags().filter(({ id }) => used.has(id));
  return (
    <>
      <Select
        label={words.kind}
        isLabelHidden
        value={narrowing.kind}
        onChange={(kind) => onChange({ ...narrowing, kind })}
        options={[
          { value: 'all', label: words.all },
          ...kindChoices.map((value) => ({
            value,
            label: kindWords[value],
            count: notes.filter((note) => note.kind === value).length,
          })),
        ]}
      />
      {tags.length > 0 && (
        <Select
          label={words.tag}
          isLabelHidden
          value={narrowing.tag}
          onChange={(tag) => onChange({ ...narrowing, tag })}
          options={[
            { value: 'any', label: words.anyTag },
            ...tags.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </>
  );
}

const kindChoices = Object.keys(kindWords) as readonly NoteKind[];
const wholeItem: NoteAnchor = { page: null, quote: '', prefix: '', suffix: '', rects: [], atMs: null };
