import type { ReactNode } from 'react';

export interface ToolbarProps {
  readonly label: string;
  /** Whether it takes more rows where its pane is narrow. */
  readonly canWrap?: boolean;
  readonly children: ReactNode;
}

/** The strip above a list or document: what it is, and what can be done with it. */
export function Toolbar({ label, canWrap = false, children }: ToolbarProps) {
  return (
    <div
      role="group"
      aria-label={label}
      className={`flex shrink-0 items-center gap-1.5 border-b border-line bg-surface px-2.5 ${canWrap ? 'min-h-11 flex-wrap py-1.5' : 'h-11'}`}
    >
      {children}
    </div>
  );
}
