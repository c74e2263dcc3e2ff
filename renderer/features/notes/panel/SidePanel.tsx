import { MessageSquarePlus, NotebookPen, TextQuote } from 'lucide-react';
import { useMemo, useState } from 'react';
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

type KindChoice = NoteKind | 'all';

/** The notes of the open item in their order: narrowed by kind and tag, gone to, edited and added to. */
export const SidePanel: ReaderNotes['SidePanel'] = ({ item, documentId, onGo, onPlain }) => {
  useTargetNote();
  const canComment = useCanComment();
  const { notes, query } = useItemNotes(item);
  const { chosen } = useNoteState();
  const tags = useTags();
  const [kind, setKind] = useState<KindChoice>('all');
  const [tag, setTag] = useState<TagId | 'any'>('any');
  const [edited, setEdited] = useState<string | null>(null);
  const [draft, setDraft] = useState<NoteAnchor | null>(null);
  const used = useMemo(
    () => tags.filter(({ id }) => notes.some((note) => note.tagIds.includes(id))),
    [tags, notes],
  );
  const shown = notes.filter(
    (note) => (kind === 'all' || note.kind === kind) && (tag === 'any' || note.tagIds.includes(tag)),
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
            <Button
              size="small"
              onPress={() => {
                setKind('all');
                setTag('any');
              }}
            >
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
          <Select<KindChoice>
            label={words.kind}
            isLabelHidden
            value={kind}
            onChange={setKind}
            options={[
              { value: 'all', label: words.all },
              ...kindChoices.map((value) => ({
                value,
                label: kindWords[value],
                count: notes.filter((note) => note.kind === value).length,
              })),
            ]}
          />
          {used.length > 0 && (
            <Select<TagId | 'any'>
              label={words.tag}
              isLabelHidden
              value={tag}
              onChange={setTag}
              options={[
                { value: 'any', label: words.anyTag },
                ...used.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
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

const kindChoices = Object.keys(kindWords) as readonly NoteKind[];
const wholeItem: NoteAnchor = { page: null, quote: '', prefix: '', suffix: '', rects: [], atMs: null };
