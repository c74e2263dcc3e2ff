import { Highlighter, MessageSquarePlus, Underline } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { NoteAnchor, NoteKind } from '../../../../shared/model/notes.ts';
import {
  isEditing,
  readerClient,
  showError,
  useCommand,
  useCanComment,
  type ReaderNotes,
} from '../../../client/index.ts';
import { IconButton, MenuButton } from '../../../ui/index.ts';
import { colorChoices, markColors } from '../marks/mark-colors.ts';
import { dropProvisional, placeProvisional, showProvisional } from '../note-state.ts';
import { useMarkColor } from '../use-mark-color.ts';
import { useNoteActions } from '../use-note-actions.ts';
import { colorWords, markWords as words } from '../words.ts';
import { selectedRects } from './selected-rects.ts';

type WordsKind = Extract<NoteKind, 'highlight' | 'underline' | 'note'>;
const keys: Readonly<Record<string, WordsKind>> = { h: 'highlight', u: 'underline', n: 'note' };

/** Room the bar takes, in CSS pixels, for keeping it within the window. */
const bar = { width: 150, height: 36, gap: 8 };

/** What can be done with selected words, beside them. H, U and N do the same wherever the keyboard is in the reader. */
export const SelectionTools: ReaderNotes['SelectionTools'] = ({ item, documentId, selection, onDone }) => {
  const canComment = useCanComment();
  const [color, setColor] = useMarkColor();
  const { add } = useNoteActions();

  const mark = async (kind: WordsKind) => {
    const rects = selectedRects();
    const { evidenceId } = item;
    const isRemark = kind === 'note';
    // A remark is written once, on the page where its words begin.
    const parts = isRemark ? selection.parts.slice(0, 1) : selection.parts;
    const marks = parts.map((part) => {
      const anchor: NoteAnchor = {
        page: part.page + 1,
        quote: selection.text,
        prefix: '',
        suffix: '',
        rects: [...(rects.get(part.page) ?? [])],
        atMs: null,
      };
      const draftIn = isRemark ? documentId : null;
      return { part, id: showProvisional({ evidenceId, kind, anchor, color, draftIn }) };
    });
    window.getSelection()?.removeAllRanges();
    onDone();
    for (const { part, id } of marks) {
      try {
        const { page, from, to } = part;
        const anchor = await readerClient['reader.anchor']({ documentId, page, from, to });
        placeProvisional(id, anchor);
        // A remark is kept by whoever writes it.
        if (!isRemark) await add({ evidenceId, kind, anchor, fields: { color } }, id);
      } catch (error) {
        dropProvisional(id);
        showError(error);
      }
    }
  };
  const latest = useRef(mark);
  useEffect(() => {
    latest.current = mark;
  });
  useEffect(() => {
    if (!canComment) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isEditing(document.activeElement) || document.querySelector('[data-modal-overlay]')) return;
      const kind = keys[event.key.toLowerCase()];
      if (!kind) return;
      event.preventDefault();
      // Elsewhere the letter would find something by its name.
      event.stopPropagation();
      void latest.current(kind);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [canComment]);
  const isEnabled = canComment;
  useCommand('notes.highlight', () => void mark('highlight'), { isEnabled });
  useCommand('notes.underline', () => void mark('underline'), { isEnabled });
  useCommand('notes.noteOnWords', () => void mark('note'), { isEnabled });

  if (!canComment) return null;
  const { x, y } = selection.at;
  const left = Math.max(bar.gap, Math.min(x - bar.width / 2, window.innerWidth - bar.width - bar.gap));
  const isBelow = y + bar.gap + bar.height < window.innerHeight - bar.gap;
  return (
    <div
      role="toolbar"
      aria-label={words.selectionBar}
      // The words stay selected while a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
      className="fixed z-30 flex items-center gap-0.5 rounded-lg border border-line bg-raised p-0.5 shadow-pop"
      style={{ left, top: isBelow ? y + bar.gap : y - bar.height - 3 * bar.gap }}
    >
      <IconButton
        label={words.highlight}
        shortcut={['H']}
        icon={<Highlighter />}
        onPress={() => void mark('highlight')}
      />
      <IconButton
        label={words.underline}
        shortcut={['U']}
        icon={<Underline />}
        onPress={() => void mark('underline')}
      />
      <IconButton
        label={words.note}
        shortcut={['N']}
        icon={<MessageSquarePlus />}
        onPress={() => void mark('note')}
      />
      <MenuButton
        label={words.colors}
        items={colorChoices.map((each) => ({
          id: each,
          label: colorWords[each],
          icon: <Dot color={each} />,
          onAction: () => setColor(each),
        }))}
      >
        <IconButton label={words.color(colorWords[color])} icon={<Dot color={color} />} />
      </MenuButton>
    </div>
  );
};

function Dot({ color }: { color: keyof typeof markColors }) {
  return (
    <span
      aria-hidden
      className={`block size-4 rounded-full border-2 forced-color-adjust-none ${markColors[color].fill} ${markColors[color].line}`}
    />
  );
}
