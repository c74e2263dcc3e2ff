import { asFiledInWords, asFiledStatuses } from '../../../../shared/domain/filing/as-filed-words.ts';
import type { AsFiledRecord } from '../../../../shared/model/as-filed.ts';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { formatInstant, useMatter } from '../../../client/index.ts';
import { Badge, Button } from '../../../ui/index.ts';
import { asFiledTones } from './AsFiledDialog.tsx';
import { showEnded } from '../jobs/ended-jobs.ts';
import { asFiledWords as words } from './words.ts';

interface AsFiledListProps {
  readonly set: ExhibitSet;
  readonly records: readonly AsFiledRecord[];
}

/** How the files of a build came back from the court, as it is kept. */
export function AsFiledList({ set, records }: AsFiledListProps) {
  const { id: matterId, timezone } = useMatter();
  if (records.length === 0) return null;
  return (
    <section aria-label={words.list} className="flex flex-col gap-1">
      <h4 className="font-medium">{words.list}</h4>
      <ul aria-label={words.list} className="@container flex flex-col rounded-md border border-line">
        {records.map((record) => (
          <li
            key={record.id}
            className="flex items-center gap-3 border-b border-line px-3 py-1 last:border-b-0"
          >
            {/* In a narrow pane the words have the line to themselves. */}
            <span className="flex min-w-0 grow flex-col items-start gap-x-3 @md:flex-row @md:items-center">
              <span data-selectable className="flex min-w-0 grow flex-col wrap-anywhere">
                <span>{asFiledInWords(record)}</span>
                <span className="text-sm text-ink-soft">
                  {record.sent} · {words.by(formatInstant(record.checkedAt, timezone), record.checkedBy)}
                </span>
              </span>
              <Badge tone={asFiledTones[record.status]}>{asFiledStatuses[record.status]}</Badge>
            </span>
            <Button
              size="small"
              variant="quiet"
              aria-label={words.showFile(record.sent ?? record.returned)}
              onPress={() =>
                showEnded(
                  { kind: 'asFiled', matterId, set, files: [record], disturbed: [] },
                  words.toast(set.name),
                )
              }
            >
              {words.show}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many of the files that came back are as they were sent; nothing where none came back. */
export function AsFiledBadge({ records }: Pick<AsFiledListProps, 'records'>) {
  const same = records.filter(({ status }) => status === 'same').length;
  if (records.length === 0) return null;
  return (
    <Badge tone={same === records.length ? 'success' : 'warning'} title={words.list}>
      {words.count(records.length, same)}
    </Badge>
  );
}
