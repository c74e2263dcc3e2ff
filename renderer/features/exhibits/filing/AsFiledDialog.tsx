import { asFiledInWords, asFiledStatuses } from '../../../../shared/domain/filing/as-filed-words.ts';
import type { AsFiledFile } from '../../../../shared/model/as-filed.ts';
import { Badge, Dialog, type BadgeProps } from '../../../ui/index.ts';
import type { EndedProps } from '../jobs/ended-jobs.ts';
import { FoundInFile } from './FoundInFile.tsx';
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
  const { outputId, sent } = file;
  return (
    <FoundInFile
      title={file.returned}
      badge={<Badge tone={asFiledTones[file.status]}>{asFiledStatuses[file.status]}</Badge>}
      findings={file.findings.map(({ severity, message, page, returnedPage }) => ({
        severity,
        message,
        page,
        under: page === null && returnedPage !== null ? words.came(returnedPage) : null,
      }))}
      opens={outputId !== null && sent !== null ? { outputId, title: sent } : null}
      words={words}
      onClose={onClose}
    >
      <p data-selectable className="wrap-anywhere">
        {asFiledInWords(file)}
        {sent !== null && <span className="block text-sm text-ink-soft">{words.against(sent)}</span>}
      </p>
    </FoundInFile>
  );
}
