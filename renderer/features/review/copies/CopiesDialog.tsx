import { FileLock2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReviewCopy } from '../../../../shared/model/review.ts';
import {
  formatCount,
  formatInstant,
  formatNumber,
  useEngineQuery,
  useMatter,
  useRunCommand,
  QueryFallback,
} from '../../../client/index.ts';
import { Button, DataTable, Dialog, EmptyState, useWidth, type Column } from '../../../ui/index.ts';
import { words as common } from '../words.ts';
import { copyWords as words } from './words.ts';

const none: readonly ReviewCopy[] = [];
/** From which width of the list on each column has room; below it, their words stand under the name. */
const allFromPx = 660;

/** The copies made of this matter, with when they came back. */
export function CopiesDialog({ onClose }: { onClose: () => void }) {
  const { id: matterId, timezone } = useMatter();
  const run = useRunCommand();
  const query = useEngineQuery('review.copy.list', { matterId });
  const copies = query.data?.copies ?? none;
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set());
  const [ref, width] = useWidth();
  const isNarrow = width < allFromPx;
  const columns = useMemo(() => columnsOf(timezone, isNarrow), [timezone, isNarrow]);
  const instead = (command: 'review.makeCopy' | 'review.mergeCopy') => {
    onClose();
    // Once this dialog is gone: commands wait while one is open.
    requestAnimationFrame(() => void run(command));
  };
  const placeholder =
    query.error || query.isPending ? (
      <QueryFallback query={query} />
    ) : (
      <EmptyState icon={<FileLock2 />} title={words.listEmptyTitle}>
        {words.listEmptyBody}
      </EmptyState>
    );
  return (
    <Dialog
      title={words.listTitle}
      width="large"
      onClose={onClose}
      aside={
        <>
          <Button changesMatter onPress={() => instead('review.makeCopy')}>
            {common.makeCopy}
          </Button>
          <Button changesMatter onPress={() => instead('review.mergeCopy')}>
            {common.mergeCopy}
          </Button>
        </>
      }
    >
      <p role="status" className="text-sm text-ink-soft">
        {words.status(copies.length)}
      </p>
      <div ref={ref} className="min-h-64 grow rounded-md border border-line">
        <DataTable
          lines={isNarrow ? 2 : 1}
          label={words.listTitle}
          rows={copies}
          columns={columns}
          selectedIds={selectedIds}
          onSelectionChange={setSelectedIds}
          textOf={({ name }) => name}
          placeholder={placeholder}
        />
      </div>
    </Dialog>
  );
}

/** @param isNarrow whether what else is told of a copy stands beneath its name */
function columnsOf(timezone: string, isNarrow: boolean): readonly Column<ReviewCopy>[] {
  const { columns } = words;
  const made = ({ madeAt }: ReviewCopy) => formatInstant(madeAt, timezone);
  const name: Column<ReviewCopy> = {
    id: 'name',
    header: columns.name,
    width: 130,
    isFlexible: true,
    render: (copy) => {
      const rest = [words.modes[copy.mode], formatCount(copy.items, 'item'), made(copy)].join(' · ');
      return (
        <span title={isNarrow ? `${copy.name} · ${rest}` : copy.name}>
          <span className="block truncate font-medium">{copy.name}</span>
          {isNarrow && <span className="block truncate text-sm text-ink-soft">{rest}</span>}
        </span>
      );
    },
  };
  const others: readonly Column<ReviewCopy>[] = [
    { id: 'mode', header: columns.mode, width: 108, render: ({ mode }) => words.modes[mode] },
    {
      id: 'items',
      header: columns.items,
      width: 58,
      align: 'end',
      render: ({ items }) => formatNumber(items),
    },
    { id: 'made', header: columns.made, width: 176, render: made },
  ];
  const back: Column<ReviewCopy> = {
    id: 'back',
    header: columns.back,
    width: isNarrow ? 140 : 176,
    render: ({ mergedAt }) =>
      mergedAt === null ? (
        <span className="text-ink-soft">{words.notBack}</span>
      ) : (
        formatInstant(mergedAt, timezone)
      ),
  };
  return [name, ...(isNarrow ? [] : others), back];
}
