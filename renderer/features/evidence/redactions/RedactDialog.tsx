import { useRef, useState } from 'react';
import { hasPages } from '../../../../shared/domain/evidence/kind-groups.ts';
import { pagesInWords } from '../../../../shared/domain/page-ranges.ts';
import { termsOf } from '../../../../shared/domain/redaction/index.ts';
import { useCanComment, useEngineMutation, useEngineQuery } from '../../../client/index.ts';
import { Button, Checkbox, Dialog, ErrorLine, TextArea } from '../../../ui/index.ts';
import { MarkedPlaces } from './MarkedPlaces.tsx';
import { RedactionWarnings } from './RedactionWarnings.tsx';
import { changeWishes, closeAsked, markFound, saveRedacted, type AskedRedaction } from './redaction-store.ts';
import { mostNamed, redactWords as words } from './words.ts';

/** Asks what is removed from a copy of an item: words, identifiers, and what is marked for redaction, which is looked through here. */
export function RedactDialog({ asked }: { asked: AskedRedaction }) {
  const { matterId, item, wishes, error, isMarking, marked } = asked;
  const canMark = useCanComment();
  const mark = useEngineMutation('notes.markForRedaction', {
    errors: 'inline',
    undoMessage: ({ added }) => (added > 0 ? words.markedToast(added) : null),
  });
  const [isAsking, setIsAsking] = useState(false);
  const isPaged = hasPages(item.kind);
  const filter = { evidenceIds: [item.id], kinds: ['redaction' as const], includesArchived: true };
  const marks = useEngineQuery('notes.list', isPaged ? { matterId, filter } : null).data ?? [];
  const heading = useRef<HTMLLegendElement>(null);
  const hasMarks = wishes.hasMarks && marks.length > 0;
  const hasSought = termsOf(wishes.words).length > 0 || wishes.hasIdentifiers;
  const canSave = (hasSought || hasMarks) && !isAsking && !isMarking;
  const save = async () => {
    setIsAsking(true);
    await saveRedacted(asked, { ...wishes, hasMarks });
    setIsAsking(false);
  };
  return (
    <Dialog
      title={words.title(item.title)}
      width="large"
      onClose={closeAsked}
      onSubmit={() => void save()}
      submitLabel={words.save}
      canSubmit={canSave}
    >
      {error !== null && <ErrorLine>{error}</ErrorLine>}
      <p className="text-ink-soft">{words.help}</p>
      <TextArea
        label={words.terms}
        description={words.termsHelp}
        value={wishes.words}
        onChange={(text) => changeWishes({ words: text })}
        rows={4}
        autoFocus
      />
      <Checkbox
        isSelected={wishes.hasIdentifiers}
        onChange={(hasIdentifiers) => changeWishes({ hasIdentifiers })}
        description={words.identifiersHelp}
      >
        {words.identifiers}
      </Checkbox>
      {isPaged && canMark && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button
            size="small"
            isDisabled={!hasSought || isMarking}
            onPress={() => {
              // The button is disabled once it has worked: the focus goes to what was marked.
              void markFound(asked, mark.mutateAsync).then(() => heading.current?.focus());
            }}
          >
            {isMarking ? words.marking : words.mark}
          </Button>
          <span className="min-w-48 flex-1 text-sm text-ink-soft">{words.markHelp}</span>
        </div>
      )}
      <fieldset className="flex min-w-0 flex-col gap-1.5">
        <legend ref={heading} tabIndex={-1} className="mb-1 font-semibold outline-none">
          {words.marks}
        </legend>
        <div role="status" className="flex flex-col gap-1 text-sm empty:hidden">
          {marked && <p>{words.marked(marked.added, marked.known)}</p>}
          {marked && <RedactionWarnings {...marked} />}
        </div>
        {marks.length === 0 ? (
          <p className="text-sm text-ink-soft">{isPaged ? words.noMarks : words.noPages}</p>
        ) : (
          <>
            <Checkbox isSelected={wishes.hasMarks} onChange={(is) => changeWishes({ hasMarks: is })}>
              {words.removeMarked(
                marks.length,
                pagesInWords([...new Set(marks.map(({ anchor }) => anchor.page!))], mostNamed),
              )}
            </Checkbox>
            <MarkedPlaces item={item} matterId={matterId} marks={marks} canRemove={canMark} />
          </>
        )}
      </fieldset>
    </Dialog>
  );
}
