import { RectangleEllipsis } from 'lucide-react';
import { useCanComment, useEngineMutation, type ReaderNotes } from '../../../client/index.ts';
import { IconButton, showToast } from '../../../ui/index.ts';
import { markWords as words } from '../words.ts';

/** Marks all places that words were found at for redaction, in one step that can be undone. */
export const FindTools: ReaderNotes['FindTools'] = ({ item, query, hits }) => {
  const canComment = useCanComment();
  const mark = useEngineMutation('notes.markForRedaction', {
    undoMessage: ({ added, known }) => (added > 0 ? words.allMarked(added, known) : null),
    onSuccess: ({ added }) => {
      if (added === 0) showToast({ tone: 'notice', message: words.noneMarked });
    },
  });
  if (!canComment) return null;
  return (
    <IconButton
      size="small"
      label={words.markAll(hits.length)}
      icon={<RectangleEllipsis />}
      isDisabled={hits.length === 0 || mark.isPending}
      onPress={() =>
        mark.mutate({
          evidenceId: item.evidenceId,
          places: hits.map(({ page, rects }) => ({
            anchor: { page: page + 1, quote: query, rects: [...rects] },
            text: '',
          })),
        })
      }
    />
  );
};
