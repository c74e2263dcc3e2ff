import type { ReactNode } from 'react';

interface ScrolledTableProps {
  readonly label: string;
  /** What its columns are called, each with the classes of its cell. */
  readonly heads: readonly (readonly [name: string, className?: string])[];
  /** How high it becomes before it scrolls, as a class. */
  readonly height?: string;
  /** Whether the cells of a row stand beneath one another in a narrow window; they name themselves by `data-head`. */
  readonly isStacked?: boolean;
  /** Its rows. */
  readonly children: ReactNode;
  /** Shown beneath them, as what was left out. */
  readonly after?: ReactNode;
}

/** A table to read, in a dialog: its rows scroll beneath its heads, also by keyboard. */
export function ScrolledTable(props: ScrolledTableProps) {
  const { label, heads, height = 'max-h-72 shrink-0', isStacked = false, children, after } = props;
  return (
    <div
      className={`${height} overflow-auto rounded-md border border-line bg-surface`}
      tabIndex={0}
      role="group"
      aria-label={label}
    >
      <table
        data-selectable
        className={`w-full text-left tabular-nums ${isStacked ? 'max-[30rem]:stacked-rows' : ''}`}
      >
        <caption className="sr-only">{label}</caption>
        <thead className="sticky top-0 bg-sunken text-sm text-ink-soft">
          <tr>
            {heads.map(([name, className = '']) => (
              <th key={name} scope="col" className={`px-3 py-1 font-medium ${className}`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      {after}
    </div>
  );
}
