import {
  BookmarkMinus,
  BookmarkPlus,
  MessageSquarePlus,
  RectangleEllipsis,
  SquareDashedMousePointer,
} from 'lucide-react';
import type { NoteAnchor } from '../../../../shared/model/notes.ts';
import { useCommand, useCommandKeys, useCanComment, type ReaderNotes } from '../../../client/index.ts';
import { IconButton } from '../../../ui/index.ts';
import { showProvisional, takeBoxTool, useNoteState, type BoxTool } from '../note-state.ts';
import { useItemNotes } from '../use-item-notes.ts';
import { useMarkColor } from '../use-mark-color.ts';
import { useNoteActions } from '../use-note-actions.ts';
import { markWords as words } from '../words.ts';

/** What the toolbar has for notes: a box, a mark for redaction, a note on the page, a bookmark. Nothing in a matter opened to read only. */
export const Tools: ReaderNotes['Tools'] = ({ item, documentId, page }) => {
  const canComment = useCanComment();
  const { notes } = useItemNotes(item);
  const { boxTool } = useNoteState();
  const [color] = useMarkColor();
  const actions = useNoteActions();
  const bookmarks = notes.filter(({ kind, anchor }) => kind === 'bookmark' && anchor.page === page + 1);
  const drawn = boxTool?.documentId === documentId ? boxTool.kind : null;
  const { evidenceId } = item;

  const draw = (kind: BoxTool['kind']) =>
    takeBoxTool(drawn === kind ? null : { documentId, kind, page, placed: null });
  const addPageNote = () => {
    showProvisional({ evidenceId, kind: 'note', anchor: anchorOfPage(page), color, draftIn: documentId });
  };
  const toggleBookmark = () => {
    if (bookmarks.length > 0) actions.remove(bookmarks);
    else void actions.add({ evidenceId, kind: 'bookmark', anchor: anchorOfPage(page), fields: { color } });
  };
  const isEnabled = canComment;
  useCommand('notes.box', () => draw('box'), { isEnabled });
  useCommand('notes.redaction', () => draw('redaction'), { isEnabled });
  useCommand('notes.pageNote', addPageNote, { isEnabled });
  useCommand('notes.bookmark', toggleBookmark, { isEnabled });
  const commandKeys = useCommandKeys();
  if (!canComment) return null;
  const shortcut = (id: 'notes.box' | 'notes.redaction' | 'notes.pageNote' | 'notes.bookmark') => ({
    shortcut: commandKeys(id),
  });
  const bookmarkWord = bookmarks.length > 0 ? words.removeBookmark : words.bookmark;
  return (
    <>
      <IconButton
        size="small"
        label={words.box}
        {...shortcut('notes.box')}
        icon={<SquareDashedMousePointer />}
        aria-pressed={drawn === 'box'}
        onPress={() => draw('box')}
      />
      <IconButton
        size="small"
        label={words.redaction}
        {...shortcut('notes.redaction')}
        icon={<RectangleEllipsis />}
        aria-pressed={drawn === 'redaction'}
        onPress={() => draw('redaction')}
      />
      <IconButton
        size="small"
        label={words.pageNote}
        {...shortcut('notes.pageNote')}
        icon={<MessageSquarePlus />}
        onPress={addPageNote}
      />
      <IconButton
        size="small"
        label={bookmarkWord}
        {...shortcut('notes.bookmark')}
        icon={bookmarks.length > 0 ? <BookmarkMinus /> : <BookmarkPlus />}
        onPress={toggleBookmark}
      />
    </>
  );
};

function anchorOfPage(page: number): NoteAnchor {
  return { page: page + 1, quote: '', prefix: '', suffix: '', rects: [], atMs: null };
}
