import { memo, useMemo } from 'react';
import { findWords, type WantedWords } from '../../../../shared/domain/search/find-words.ts';
import { textWords } from '../words.ts';
import { readTablePart, type TableForm } from './csv-part.ts';
import { MarkedText } from './MarkedText.tsx';
import type { PartForm } from './Parts.tsx';

/** A table of values: its headings stay above, its rows go by part by part. */
export function tableForm(form: TableForm): PartForm {
  const columns = form.widths.map((width) => `${width + 5}ch`).join(' ');
  const inHeader = (wanted: WantedWords) => countIn([form.header], wanted);
  return {
    // The headings are read as the first values of the first part.
    count: (part, text, wanted) =>
      (part === 1 ? inHeader(wanted) : 0) + countIn(readTablePart(text, form, part).rows, wanted),
    draw: (part, text, wanted, current) => (
      <TableRows
        form={form}
        part={part}
        text={text}
        wanted={wanted}
        current={part === 1 ? current - inHeader(wanted) : current}
        columns={columns}
      />
    ),
    header: (wanted, current) => (
      <div role="rowgroup" className="border-b border-line bg-sunken">
        <Row values={form.header} role="columnheader" columns={columns} wanted={wanted} current={current} />
      </div>
    ),
    role: 'table',
  };
}

function countIn(rows: readonly (readonly string[])[], wanted: WantedWords): number {
  if (wanted.any.length === 0) return 0;
  let count = 0;
  for (const row of rows) for (const value of row) count += findWords(value, wanted).length;
  return count;
}

interface TableRowsProps {
  readonly form: TableForm;
  readonly part: number;
  readonly text: string;
  readonly wanted: WantedWords;
  readonly current: number;
  readonly columns: string;
}

const TableRows = memo(function TableRows({ form, part, text, wanted, current, columns }: TableRowsProps) {
  const { rows, isContinued } = useMemo(() => readTablePart(text, form, part), [text, form, part]);
  const before = useMemo(() => {
    const counts: number[] = [0];
    for (const row of rows) counts.push(counts.at(-1)! + countIn([row], wanted));
    return counts;
  }, [rows, wanted]);
  return rows.map((row, index) => {
    const isHere = current >= before[index]! && current < before[index + 1]!;
    return (
      <Row
        key={index}
        values={row}
        role="cell"
        columns={columns}
        wanted={wanted}
        current={isHere ? current - before[index]! : -1}
        isContinued={isContinued && index === 0}
      />
    );
  });
});

interface RowProps {
  readonly values: readonly string[];
  readonly role: 'cell' | 'columnheader';
  readonly columns: string;
  readonly wanted: WantedWords;
  /** Which of the row's places is the present one, from 0; outside for none. */
  readonly current: number;
  readonly isContinued?: boolean;
}

const Row = memo(function Row({ values, role, columns, wanted, current, isContinued = false }: RowProps) {
  let before = 0;
  return (
    <div
      role="row"
      className={`grid min-h-6 ${role === 'cell' ? 'border-b border-line/70' : ''}`}
      style={{ gridTemplateColumns: columns }}
    >
      {values.map((value, index) => {
        const here = current - before;
        if (current >= 0) before += countIn([[value]], wanted);
        return (
          <div
            key={index}
            role={role}
            className={`border-r border-line/50 px-2 py-0.5 whitespace-pre-wrap tabular-nums wrap-anywhere ${role === 'columnheader' ? 'font-medium' : ''}`}
          >
            {isContinued && index === 0 && <span className="text-ink-soft">… {textWords.continued}: </span>}
            <MarkedText text={value} wanted={wanted} current={here} />
          </div>
        );
      })}
    </div>
  );
});
