import { CircleAlert, CircleCheck } from 'lucide-react';
import type { BuildComparison } from '../../../../shared/model/exhibits.ts';
import { formatCount } from '../../../client/index.ts';
import { Badge, Dialog, type BadgeProps } from '../../../ui/index.ts';
import { compareWords as words } from './words.ts';
import type { EndedProps } from '../jobs/ended-jobs.ts';

type Status = BuildComparison['files'][number]['status'];
const tones: Readonly<Record<Status, NonNullable<BadgeProps['tone']>>> = {
  same: 'success',
  changed: 'danger',
  missing: 'danger',
  new: 'warning',
};

/** What building again gave, compared with a manifest: every file that differs, and why. */
export function CompareDialog({ comparison, onClose }: EndedProps<'compared'>) {
  const { isSame, files, changes } = comparison;
  const differing = files.filter(({ status }) => status !== 'same');
  const same = files.length - differing.length;
  return (
    <Dialog title={words.title} width="large" onClose={onClose}>
      <p className={`flex items-center gap-2 font-medium ${isSame ? 'text-success-ink' : 'text-danger-ink'}`}>
        {isSame ? (
          <CircleCheck aria-hidden className="size-4 shrink-0" />
        ) : (
          <CircleAlert aria-hidden className="size-4 shrink-0" />
        )}
        {isSame ? words.same : words.differs(formatCount(differing.length, 'file'))}
      </p>
      {differing.length > 0 && (
        <ul data-selectable aria-label={words.files} className="flex flex-col rounded-md border border-line">
          {differing.map(({ file, role, status, reasons }) => (
            <li
              key={`${role} ${file}`}
              className="flex gap-3 border-b border-line px-3 py-1.5 last:border-b-0"
            >
              <span className="w-20 shrink-0">
                <Badge tone={tones[status]}>{words.statuses[status]}</Badge>
              </span>
              <span className="min-w-0 grow">
                <span className="wrap-anywhere">{file}</span>
                {reasons.length > 0 && (
                  <span className="block text-sm text-ink-soft">{reasons.join(' ')}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {same > 0 && <p className="text-ink-soft">{words.sameCount(formatCount(same, 'file'))}</p>}
      {changes.length > 0 && (
        <section aria-label={words.changes} className="flex flex-col gap-1">
          <h3 className="font-medium">{words.changes}</h3>
          <ul data-selectable className="flex list-disc flex-col gap-0.5 pl-5">
            {changes.map(({ kind, label, message }, at) => (
              <li key={`${kind} ${at}`} className="wrap-anywhere">
                {label !== null && <strong className="font-semibold">{words.exhibit(label)}: </strong>}
                {message}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="text-sm text-ink-soft">{words.nothingKept}</p>
    </Dialog>
  );
}
