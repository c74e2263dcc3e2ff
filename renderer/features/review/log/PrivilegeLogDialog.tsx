import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { JobResult } from '../../../../shared/contract/api.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { messageOf, runJob, useEngineQuery, useFileWriting, useMatter } from '../../../client/index.ts';
import { Button, Dialog, ErrorLine, RadioGroup, showToast } from '../../../ui/index.ts';
import { JobProgress } from '../../jobs/index.ts';
import { logWords as words } from './words.ts';

type Form = 'csv' | 'docx';
type Result = JobResult<'review.privilegeLog'>;

/** Reasons for which an item is in the log. */
const withheld = { privilege: ['attorney_client', 'work_product', 'common_interest', 'other'] } as const;
/** Incomplete entries named; the rest are counted. */
const namedAtMost = 100;

interface PrivilegeLogDialogProps {
  readonly onGo: (id: EvidenceId) => void;
  readonly onClose: () => void;
}

/** Writes the privilege log, and names the entries that still lack something. */
export function PrivilegeLogDialog({ onGo, onClose }: PrivilegeLogDialogProps) {
  const { id: matterId, title } = useMatter();
  const [form, setForm] = useState<Form>('csv');
  const { isWriting, error, save: saveFile } = useFileWriting();
  const [result, setResult] = useState<Result | null>(null);
  const found = useEngineQuery('evidence.find', {
    matterId,
    filter: { privilege: [...withheld.privilege] },
  }).data;
  const count = found?.ids.length;
  const save = () =>
    saveFile(`privilege-log-${form}`, words.fileName(title), async (target) => {
      const written = await runJob('review.privilegeLog', { matterId, form, target });
      setResult(written);
      showToast({ message: words.toast(written.entries) });
    });
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      {...(!result && { onSubmit: () => void save(), submitLabel: words.save })}
      canSubmit={Boolean(count)}
      isBusy={isWriting}
    >
      {result ? (
        <Written result={result} onGo={onGo} />
      ) : (
        <>
          <p className="text-ink-soft">{words.body}</p>
          <p role="status" className="font-medium tabular-nums">
            {count === undefined ? words.counting : count === 0 ? words.none : words.count(count)}
          </p>
          <RadioGroup<Form>
            label={words.form}
            value={form}
            onChange={setForm}
            autoFocus
            options={[
              { value: 'csv', label: words.csv, description: words.csvBody },
              { value: 'docx', label: words.docx, description: words.docxBody },
            ]}
          />
          {isWriting && <JobProgress operation="review.privilegeLog" label={words.writing} />}
          {error !== null && <ErrorLine>{messageOf(error)}</ErrorLine>}
        </>
      )}
    </Dialog>
  );
}

function Written({ result, onGo }: { result: Result; onGo: (id: EvidenceId) => void }) {
  const { id: matterId } = useMatter();
  const named = result.incomplete.slice(0, namedAtMost);
  const rows = useEngineQuery(
    'evidence.rows',
    named.length > 0 ? { matterId, ids: named.map(({ evidenceId }) => evidenceId) } : null,
  ).data;
  const more = result.incomplete.length - named.length;
  return (
    <>
      <p role="status">{words.saved(result.fileName, result.entries)}</p>
      {result.incomplete.length === 0 ? (
        <p className="text-success-ink">{words.complete}</p>
      ) : (
        <section
          aria-label={words.incompleteTitle(result.incomplete.length)}
          className="flex min-h-0 flex-col gap-1"
        >
          <h3 className="flex items-center gap-1.5 font-semibold text-warning-ink">
            <TriangleAlert aria-hidden className="size-4 shrink-0" />
            {words.incompleteTitle(result.incomplete.length)}
          </h3>
          <ul className="max-h-80 overflow-y-auto rounded-md border border-line" tabIndex={0}>
            {named.map(({ evidenceId, missing }) => {
              const title = rows?.find(({ id }) => id === evidenceId)?.title ?? '…';
              return (
                <li
                  key={evidenceId}
                  className="flex items-center gap-3 border-b border-line px-3 py-1.5 last:border-0"
                >
                  <span className="min-w-0 grow">
                    <span dir="auto" className="block truncate text-left font-medium" title={title}>
                      {title}
                    </span>
                    <span className="block text-sm wrap-anywhere text-ink-soft">
                      {words.missing(missing)}
                    </span>
                  </span>
                  <Button size="small" aria-label={words.goTo(title)} onPress={() => onGo(evidenceId)}>
                    {words.go}
                  </Button>
                </li>
              );
            })}
          </ul>
          {more > 0 && <p className="text-sm text-ink-soft">{words.more(more)}</p>}
        </section>
      )}
    </>
  );
}
