import { X } from 'lucide-react';
import type { MatterId } from '../../../../shared/model/common.ts';
import type { NoteRow } from '../../../../shared/model/notes.ts';
import { useEngineMutation, useReaderTarget } from '../../../client/index.ts';
import { Button, IconButton, useFirstRows } from '../../../ui/index.ts';
import { leaveAsked, type ItemToRedact } from './redaction-store.ts';
import { redactionWords, redactWords as words } from './words.ts';

interface MarkedPlacesProps {
  readonly matterId: MatterId;
  readonly item: ItemToRedact;
  readonly marks: readonly NoteRow[];
  readonly canRemove: boolean;
}

/** Marks shown at once; the rest by a button. */
const shownAtFirst = 100;

/** What is marked for redaction, page by page: each can be opened in the reader or removed. */
export function MarkedPlaces({ matterId, item, marks, canRemove }: MarkedPlacesProps) {
  const { show } = useReaderTarget();
  const remove = useEngineMutation('notes.delete', { undoMessage: () => words.markRemoved });
  const { shown, list, showAll } = useFirstRows(marks, shownAtFirst);
  const open = ({ id, anchor }: NoteRow) => {
    leaveAsked();
    show({
      source: { matterId, evidenceId: item.id },
      title: item.title,
      page: anchor.page!,
      noteId: id,
    });
  };
  return (
    <>
      <ul ref={list} aria-label={words.marks} className="flex flex-col text-sm">
        {shown.map((mark) => {
          const page = mark.anchor.page!;
          const what = mark.anchor.quote === '' ? words.area : `“${mark.anchor.quote}”`;
          return (
            <li
              key={mark.id}
              className="grid grid-cols-[4.5rem_minmax(0,1fr)_auto] items-start gap-3 border-t border-line py-1"
            >
              <Button
                variant="plain"
                size="small"
                aria-label={words.openMark(page, what)}
                onPress={() => open(mark)}
              >
                {redactionWords.page(page)}
              </Button>
              <span className="flex min-w-0 flex-col py-0.5">
                <span data-selectable className="line-clamp-3 wrap-anywhere" dir="auto">
                  {what}
                </span>
                {mark.text !== '' && (
                  <span className="line-clamp-3 wrap-anywhere text-ink-soft" dir="auto">
                    {mark.text}
                  </span>
                )}
              </span>
              {canRemove && (
                <IconButton
                  size="small"
                  label={words.removeMark(page, what)}
                  icon={<X />}
                  onPress={() => remove.mutate({ ids: [mark.id] })}
                />
              )}
            </li>
          );
        })}
      </ul>
      {showAll && (
        <Button size="small" variant="quiet" onPress={showAll}>
          {words.showAllMarks(marks.length)}
        </Button>
      )}
    </>
  );
}
