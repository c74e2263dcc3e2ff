import type { ReactNode } from 'react';

/** What is selected in a list, beside it, or below it where the pane is narrow. */
export function DetailsPane({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <aside
      aria-label={label}
      className="h-1/2 shrink-0 overflow-auto border-t border-line bg-surface @4xl:h-auto @4xl:w-88 @4xl:border-t-0 @4xl:border-l"
    >
      {children}
    </aside>
  );
}
