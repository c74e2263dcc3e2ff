import { useState } from 'react';
import { orderedColumns, summaryColumns } from '../../../shared/domain/authenticity/summary/columns.ts';
import type { SummaryColumn, SummaryRow } from '../../../shared/model/authenticity.ts';
import { textLimits } from '../../../shared/model/text-limits.ts';
import { formatNumber, useEngineMutation, useMatter } from '../../client/index.ts';
import { Button, InlineField } from '../../ui/index.ts';
import { summaryWords as words } from './words.ts';

const rowsAtOnce = 8;

interface SummaryPreviewProps {
  readonly rows: readonly SummaryRow[];
  readonly columns: readonly SummaryColumn[];
}

/** The rows as they will be, some at a time; what an item shows is typed in place. */
export function SummaryPreview({ rows, columns: chosen }: SummaryPreviewProps) {
  const { isReadOnly } = useMatter();
  const describe = useEngineMutation('authenticity.summary.describe');
  const [asked, setFirst] = useState(0);
  const first = asked < rows.length ? asked : 0;
  const shown = rows.slice(first, first + rowsAtOnce);
  const columns = orderedColumns(chosen);
  return (
    <section aria-label={words.preview} className="flex min-h-60 grow flex-col rounded-md border border-line">
      <div tabIndex={0} role="group" aria-label={words.preview} className="min-h-0 grow overflow-auto">
        <table data-selectable className="w-full text-left text-sm tabular-nums max-md:stacked-rows">
          <thead className="sticky top-0 z-10 bg-sunken">
            <tr>
              <th className="px-2 py-1.5 font-medium">{words.number}</th>
              {columns.map((column) => (
                <th key={column} className="px-2 py-1.5 font-medium whitespace-nowrap">
                  {summaryColumns[column].head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, cells }, at) => (
              <tr key={id} className="border-t border-line align-top">
                <td className="px-2 py-1">{formatNumber(first + at + 1)}</td>
                {columns.map((column) => (
                  <td
                    key={column}
                    data-head={summaryColumns[column].head}
                    className={`px-2 py-1 ${classes[column] ?? ''}`}
                  >
                    {column === 'shows' ? (
                      <InlineField
                        label={words.showsOf(cells.title)}
                        isLabelHidden
                        value={cells.shows}
                        placeholder={words.typeIt}
                        maxLength={textLimits.authenticity.shows}
                        isReadOnly={isReadOnly}
                        onCommit={(shows) => describe.mutate({ id, shows })}
                      />
                    ) : column === 'facts' ? (
                      <Facts cell={cells.facts} />
                    ) : (
                      cells[column]
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex shrink-0 items-center gap-2 border-t border-line px-2 py-1.5 text-sm">
        <span role="status" className="grow text-ink-soft tabular-nums">
          {words.range(first + 1, first + shown.length, rows.length)}
        </span>
        <Button isDisabled={first === 0} onPress={() => setFirst(Math.max(0, first - rowsAtOnce))}>
          {words.before}
        </Button>
        <Button isDisabled={first + rowsAtOnce >= rows.length} onPress={() => setFirst(first + rowsAtOnce)}>
          {words.next}
        </Button>
      </div>
    </section>
  );
}

/** As they will be, each on lines of its own, with room between them to tell where the next begins. */
function Facts({ cell }: { readonly cell: string }) {
  return (
    <div className="flex flex-col gap-1.5 wrap-anywhere">
      {cell.split('\n').map((fact, at) => (
        <p key={at}>{fact}</p>
      ))}
    </div>
  );
}

const classes: Partial<Record<SummaryColumn, string>> = {
  shows: 'md:min-w-60',
  facts: 'md:min-w-72',
  title: 'md:min-w-40 wrap-anywhere',
  sha256: 'font-mono text-xs max-md:wrap-anywhere',
  date: 'whitespace-nowrap',
  length: 'whitespace-nowrap',
};
