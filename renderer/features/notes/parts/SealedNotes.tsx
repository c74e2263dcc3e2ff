import { NotebookPen } from 'lucide-react';
import { useCanComment, useCommand, type ReaderNotes } from '../../../client/index.ts';
import { Button, showToast } from '../../../ui/index.ts';
import { useItemNotes } from '../use-item-notes.ts';
import { useTargetNote } from '../use-target-note.ts';
import { sealedWords as words } from '../words.ts';

/**
 * Below words in a sealed frame: says how many notes are on them as text, with a way there. A user who tries to mark there
 * is told so.
 */
export const SealedNotes: ReaderNotes['SealedNotes'] = ({ item, isOffered, onPlain }) => {
  useTargetNote();
  const canComment = useCanComment();
  const { notes } = useItemNotes(item);
  const tell = () => tellSealed(onPlain);
  const offer = { isEnabled: canComment, isOffered };
  useCommand('notes.highlight', tell, offer);
  useCommand('notes.underline', tell, offer);
  useCommand('notes.noteOnWords', tell, offer);
  const onWords = notes.filter(({ anchor }) => anchor.quote !== '').length;
  if (!canComment && onWords === 0) return null;
  return (
    <section
      aria-label={words.label}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-surface px-3.5 py-1 text-sm text-ink-soft"
    >
      {/* First: what is told in passing appears over the other end. */}
      <Button size="small" onPress={onPlain}>
        {words.show}
      </Button>
      <span className="flex items-center gap-1.5">
        <NotebookPen aria-hidden className="size-3.5 shrink-0" />
        {onWords > 0 ? words.stand(onWords) : words.where}
      </span>
    </section>
  );
};

/** Says where the words of a sealed frame can be marked, to a user who tries to mark them there, and offers to go there. */
export function tellSealed(onPlain: () => void): void {
  showToast({
    tone: 'notice',
    message: words.told,
    action: { label: words.show, onAction: onPlain },
    group: 'sealed words',
  });
}
