import { pagesInWords } from '../../../../shared/domain/page-ranges.ts';
import { formatSize } from '../../../client/index.ts';
import { Button, Dialog } from '../../../ui/index.ts';
import { addSaved, closeSaved, type SavedRedaction } from './redaction-store.ts';
import { RedactionWarnings } from './RedactionWarnings.tsx';
import { mostNamed, redactionWords, redactWords as words } from './words.ts';

/** What was removed from a copy that was saved, and what to look at before it is filed. */
export function RedactedReport({ saved }: { saved: SavedRedaction }) {
  const { name, copy, notFound } = saved;
  const { redactions, marks, redrawnPages, bytes, sha256, addToken } = copy;
  const pages = [...Map.groupBy(redactions, ({ page }) => page)];
  return (
    <Dialog
      title={words.doneTitle}
      width="large"
      onClose={closeSaved}
      aside={addToken !== undefined && <Button onPress={() => addSaved(saved, addToken)}>{words.add}</Button>}
    >
      <div role="status" className="flex flex-col gap-1">
        <p className="font-semibold wrap-anywhere" dir="auto">
          {name} <span className="font-normal text-ink-soft">{formatSize(bytes)}</span>
        </p>
        <p>
          {redactions.length === 0 ? words.nothing : words.removed(redactions.length, pages.length)}{' '}
          {words.proven}
        </p>
        {marks > 0 && <p>{words.applied(marks)}</p>}
      </div>
      <RedactionWarnings {...copy} notFound={notFound} />
      {pages.length > 0 && (
        // Nothing in the report can be pressed: a long one is scrolled by keyboard from here.
        <ul tabIndex={0} aria-label={words.byPage} className="flex flex-col text-sm tabular-nums">
          {pages.map(([page, own]) => (
            <li key={page} className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-3 border-t border-line py-1">
              <span>{redactionWords.page(page)}</span>
              <span>{kindsOf(own)}</span>
            </li>
          ))}
        </ul>
      )}
      {redrawnPages.length > 0 && (
        <p className="text-sm text-ink-soft">{words.redrawn(pagesInWords(redrawnPages, mostNamed))}</p>
      )}
      <p className="text-sm text-ink-soft">{words.look}</p>
      <p data-selectable className="font-mono text-sm wrap-anywhere text-ink-soft">
        SHA-256 {sha256}
      </p>
    </Dialog>
  );
}

function kindsOf(redactions: SavedRedaction['copy']['redactions']): string {
  return Array.from(
    Map.groupBy(redactions, ({ kind }) => kind),
    ([kind, own]) => (own.length === 1 ? words.kind(kind) : `${words.kind(kind)} (${own.length})`),
  ).join(', ');
}
