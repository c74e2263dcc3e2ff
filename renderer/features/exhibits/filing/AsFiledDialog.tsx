import { useId } from 'react';
import { asFiledInWords, asFiledStatuses } from '../../../../shared/domain/filing/as-filed-words.ts';
import type { AsFiledFile } from '../../../../shared/model/as-filed.ts';
import { useMatter, useReaderTarget } from '../../../client/index.ts';
import { Badge, Dialog, type BadgeProps } from '../../../ui/index.ts';
import type { EndedProps } from '../work/ended-work.ts';
import { FindingLine } from './FindingLine.tsx';
import { asFiledWords as words } from './words.ts';

/** How a status is colored, wherever it is shown. */
export const asFiledTones: Readonly<Record<AsFiledFile['status'], NonNullable<BadgeProps['tone']>>> = {
  same: 'success',
  different: 'danger',
  incomplete: 'warning',
  unmatched: 'warning',
  unread: 'danger',
};

/** How files came back from the court, one by one; a page opens as it was sent. */
export function AsFiledDialog({ set, files, disturbed, onClose }: EndedProps<'asFiled'>) {
  const same = files.filter(({ status }) => status === 'same').length;
  const [first, ...others] = files;
  return (
    <Dialog title={words.title(set.name)} width="large" onClose={onClose}>
      <div>
        <p role="status" className="font-medium">
          {first && others.length === 0 ? words.ofOne[first.status] : words.summary(files.length, same)}
        </p>
        {files.some(({ outputId }) => outputId !== null) && (
          <p className="text-sm text-ink-soft">{words.keep}</p>
        )}
        {files.some(({ status }) => status === 'unmatched') && (
          <p className="text-sm text-ink-soft">{words.unmatched}</p>
        )}
        {disturbed.length > 0 && (
          <p className="text-warning-ink wrap-anywhere">{words.disturbed(disturbed)}</p>
        )}
      </div>
      {files.map((file, at) => (
        <ReturnedFile key={`${at} ${file.returned}`} file={file} onClose={onClose} />
      ))}
    </Dialog>
  );
}

function ReturnedFile({ file, onClose }: { readonly file: AsFiledFile; readonly onClose: () => void }) {
  const { id: matterId } = useMatter();
  const { show } = useReaderTarget();
  const headingId = useId();
  const { outputId, sent } = file;
  const open = (page: number) => {
    if (outputId === null || sent === null) return;
    onClose();
    show({ source: { matterId, buildOutputId: outputId }, title: sent, page });
  };
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-1">
      <div className="flex items-start gap-3">
        <h3 id={headingId} className="min-w-0 grow font-semibold wrap-anywhere" dir="auto">
          {file.returned}
        </h3>
        <Badge tone={asFiledTones[file.status]}>{asFiledStatuses[file.status]}</Badge>
      </div>
      <p data-selectable className="wrap-anywhere">
        {asFiledInWords(file)}
        {sent !== null && <span className="block text-sm text-ink-soft">{words.against(sent)}</span>}
      </p>
      {file.findings.length > 0 && (
        <ul data-selectable aria-labelledby={headingId} className="flex flex-col">
          {file.findings.map(({ severity, page, returnedPage, message }, at) => (
            <FindingLine
              key={`${at} ${message}`}
              severity={severity}
              severityName={words.severities[severity]}
              message={message}
              under={page === null && returnedPage !== null ? words.came(returnedPage) : null}
              page={
                page !== null && outputId !== null && sent !== null
                  ? { label: words.page(page), name: words.open(page, sent), onOpen: () => open(page) }
                  : null
              }
            />
          ))}
        </ul>
      )}
    </section>
  );
}
