import { useState } from 'react';
import type { NoteConflict } from '../../../../shared/model/review.ts';
import { formatInstant, useEngineMutation, useMatter } from '../../../client/index.ts';
import { RadioGroup } from '../../../ui/index.ts';
import { useIssueNames } from '../coding/codes-in-words.ts';
import { useCopyName } from '../copies/use-copy-name.ts';
import { noteWords } from './conflict-rows.ts';
import { noteParts } from './note-parts.ts';
import { Differs, SettleDialog } from './SettleDialog.tsx';
import { conflictWords as words } from './words.ts';

type Keep = 'ours' | 'theirs' | 'both';

/** Two versions of a note side by side, in full: one of them is kept, or both. */
export function NoteConflictDialog({ conflict, onClose }: { conflict: NoteConflict; onClose: () => void }) {
  const { timezone } = useMatter();
  const names = useIssueNames();
  const { title, ours, theirs, noteId, copyId } = conflict;
  const copyName = useCopyName()(copyId);
  const [keep, setKeep] = useState<Keep>('ours');
  const settle = useEngineMutation('review.settleNote', {
    errors: 'inline',
    undoMessage: () => words.settledNote(title),
    onSuccess: onClose,
  });
  const parts = noteParts(ours, theirs, names, (instant) => formatInstant(instant, timezone));
  const choices: { value: Keep; label: string; description?: string }[] = [
    {
      value: 'ours',
      label: words.keepOurs,
      ...(ours === null && { description: words.keepOursDeleted }),
    },
    {
      value: 'theirs',
      label: words.keepTheirs,
      ...(theirs === null && { description: words.keepTheirsDeleted }),
    },
    ...(ours && theirs ? [{ value: 'both' as const, label: words.keepBoth }] : []),
  ];
  const submit = () => settle.mutate({ noteId, copyId, keep });
  const side = (of: 'ours' | 'theirs', heading: string, deleted: string | null) => (
    <section aria-label={heading} className="min-w-0 rounded-md border border-line p-3">
      <h3 className="mb-1.5 font-semibold wrap-anywhere">{heading}</h3>
      {deleted !== null ? (
        <p className="text-ink-soft">{deleted}</p>
      ) : (
        <dl className="flex flex-col gap-1.5">
          {parts.map((part) => (
            <div
              key={part.key}
              className={part.isDifferent ? '-mx-1.5 rounded-sm bg-warning-soft px-1.5 py-0.5' : ''}
            >
              <dt className="flex items-center gap-1.5 text-sm text-ink-soft">
                {words.parts[part.key]}
                {part.isDifferent && <Differs />}
              </dt>
              <dd data-selectable className="whitespace-pre-wrap wrap-anywhere">
                {part[of] || words.none}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
  return (
    <SettleDialog
      title={words.noteTitle}
      item={title}
      body={noteWords(conflict)}
      settling={settle}
      onSettle={submit}
      onClose={onClose}
    >
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        {side('ours', words.ours, ours === null ? words.deletedHere : null)}
        {side(
          'theirs',
          copyName === undefined ? words.theirs : words.theirsOf(copyName),
          theirs === null ? words.deletedThere : null,
        )}
      </div>
      <RadioGroup<Keep> label={words.keep} value={keep} onChange={setKeep} options={choices} />
    </SettleDialog>
  );
}
