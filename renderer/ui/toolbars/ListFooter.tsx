import type { ReactNode } from 'react';

export interface ListFooterProps {
  /** How many are listed and how many are selected. It alone is told by a screen reader whenever it changes. */
  readonly count: ReactNode;
  /** What else belongs to the whole list, on the right. */
  readonly children?: ReactNode;
}

/** The line below a list. It takes more rows where its pane is narrow. */
export function ListFooter({ count, children }: ListFooterProps) {
  return (
    <footer className="flex min-h-8 shrink-0 flex-wrap items-center justify-between gap-x-3 border-t border-line px-3 text-sm text-ink-soft low:min-h-7">
      <span role="status" className="tabular-nums">
        {count}
      </span>
      {children}
    </footer>
  );
}
