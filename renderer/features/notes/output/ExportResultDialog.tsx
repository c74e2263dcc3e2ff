import type { JobResult } from '../../../../shared/contract/api.ts';
import { useEngineQuery, useMatter } from '../../../client/index.ts';
import { Dialog } from '../../../ui/index.ts';
import { exportWords as words } from '../words.ts';
import { closeExport } from './export-store.ts';

/** What an export wrote, where some of it needs a look. */
export function ExportResultDialog({ result }: { result: JobResult<'notes.export'> }) {
  const { id: matterId } = useMatter();
  const { files, notes, leftOut, problems } = result;
  const ids = [...new Set(problems.map(({ evidenceId }) => evidenceId))];
  const rows = useEngineQuery('evidence.rows', { matterId, ids: ids.slice(0, 200) }).data ?? [];
  const titleOf = (id: string) => rows.find((row) => row.id === id)?.title ?? '';
  return (
    <Dialog title={words.resultTitle} width="large" onClose={closeExport}>
      <p data-selectable>
        {words.done(notes, files.length)}
        {leftOut > 0 && words.doneOmitted(leftOut)}
      </p>
      <section aria-label={words.resultProblems} className="flex flex-col gap-1">
        <h3 className="font-semibold">{words.resultProblems}</h3>
        <ul
          data-selectable
          tabIndex={0}
          aria-label={words.resultProblems}
          className="max-h-64 overflow-auto rounded-md border border-line"
        >
          {problems.map(({ evidenceId, problem }, index) => (
            <li key={index} className="border-b border-line px-3 py-1 wrap-anywhere last:border-0">
              <span className="font-medium">{titleOf(evidenceId)}:</span>{' '}
              <span className="text-warning-ink">{problem.message}</span>
            </li>
          ))}
        </ul>
      </section>
    </Dialog>
  );
}
