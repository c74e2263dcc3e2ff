import { CircleAlert, CircleHelp, Info, TriangleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { asFiledInWords, asFiledStatuses } from '../../../../shared/domain/filing/as-filed-words.ts';
import type { AsFiledFile, AsFiledFinding } from '../../../../shared/model/as-filed.ts';
import { useMatter, useReaderTarget } from '../../../client/index.ts';
import { Badge, Button, Dialog, type BadgeProps } from '../../../ui/index.ts';
import { closeAsFiled, type ShownAsFiled } from './as-filed-store.ts';
import { asFiledWords as words } from './words.ts';

const icons: Readonly<Record<AsFiledFinding['severity'], ReactNode>> = {
  error: <CircleAlert className="text-danger-ink" />,
  unchecked: <CircleHelp className="text-warning-ink" />,
  warning: <TriangleAlert className="text-warning-ink" />,
  info: <Info className="text-info-ink" />,
};

/** How a status is colored, wherever it is shown. */
export const asFiledTones: Readonly<Record<AsFiledFile['status'], NonNullable<BadgeProps['tone']>>> = {
  same: 'success',
  different: 'danger',
  incomplete: 'warning',
  unmatched: 'warning',
  unread: 'danger',
};

/** How files came back from the court, one by one; a page opens as it was sent. */
export function AsFiledDialog({ set, files, disturbed }: ShownAsFiled) {
  const same = files.filter(({ status }) => status === 'same').length;
  const [first, ...others] = files;
  return (
    <Dialog title={words.title(set.name)} width="large" onClose={closeAsFiled}>
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
        <ReturnedFile key={`${at} ${file.returned}`} file={file} />
      ))}
    </Dialog>
  );
}

function ReturnedFile({ file }: { readonly file: AsFiledFile }) {
  const { id: matterId } = useMatter();
  const { show } = useReaderTarget();
  const headingId = useId();
  const { outputId, sent } = file;
  const open = (page: number) => {
    if (outputId === null || sent === null) return;
    closeAsFiled();
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
            <li
              key={`${at} ${message}`}
              className="grid grid-cols-[1rem_minmax(0,1fr)_auto] items-start gap-x-2 border-t border-line py-1.5"
            >
              <span className="mt-1 [&_svg]:size-4" role="img" aria-label={words.severities[severity]}>
                {icons[severity]}
              </span>
              <span className="flex flex-col wrap-anywhere">
                <span>{message}</span>
                {page === null && returnedPage !== null && (
                  <span className="text-sm text-ink-soft">{words.came(returnedPage)}</span>
                )}
              </span>
              {page !== null && outputId !== null && sent !== null && (
                <Button
                  variant="plain"
                  size="small"
                  aria-label={words.open(page, sent)}
                  onPress={() => open(page)}
                >
                  {words.page(page)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
