import type { JobResult } from '../../../../shared/contract/api.ts';
import { formatNumber } from '../../../client/index.ts';
import { Banner, Button, Dialog, buttonWords } from '../../../ui/index.ts';
import { copyWords as words } from './words.ts';

interface MergeResultProps {
  readonly result: JobResult<'review.copy.merge'>;
  readonly onConflicts: () => void;
  readonly onClose: () => void;
}

/** What came back with a copy, and what still has to be settled. */
export function MergeResult({ result, onConflicts, onClose }: MergeResultProps) {
  const { notes, codings, tagsAdded, skipped, isApart } = result;
  const conflicts = notes.conflicts + codings.conflicts;
  const changes =
    notes.added +
    notes.updated +
    notes.deleted +
    codings.added +
    codings.updated +
    conflicts +
    skipped +
    tagsAdded.length;
  const lines = [
    { name: words.notesRow, ...notes },
    { name: words.codingsRow, ...codings, deleted: 0 },
  ];
  const columns = ['added', 'updated', 'deleted', 'unchanged', 'conflicts'] as const;
  return (
    <Dialog
      title={words.merged}
      onClose={onClose}
      footer={
        <>
          <Button {...(conflicts === 0 && { variant: 'primary', autoFocus: true })} onPress={onClose}>
            {buttonWords.close}
          </Button>
          {conflicts > 0 && (
            <Button variant="primary" autoFocus onPress={onConflicts}>
              {words.goToConflicts}
            </Button>
          )}
        </>
      }
    >
      {changes === 0 && <p role="status">{words.mergedNothing}</p>}
      <table className="w-full text-left tabular-nums">
        <thead>
          <tr className="text-sm text-ink-soft">
            <th className="font-medium">{words.part}</th>
            {columns.map((column) => (
              <th key={column} className="pl-3 text-right font-medium">
                {words[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.name} className="border-t border-line">
              <th className="py-1 font-medium">{line.name}</th>
              {columns.map((column) => (
                <td key={column} className="pl-3 text-right">
                  {formatNumber(line[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {tagsAdded.length > 0 && <p className="wrap-anywhere">{words.tagsAdded(tagsAdded)}</p>}
      {isApart && <Banner tone="warning">{words.apart}</Banner>}
      {skipped > 0 && <Banner tone="warning">{words.skipped(skipped)}</Banner>}
      {conflicts > 0 && <Banner tone="warning">{words.conflictsToSettle(conflicts)}</Banner>}
    </Dialog>
  );
}
