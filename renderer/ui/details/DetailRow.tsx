import type { ReactNode } from 'react';

/** A row of a list of details (`dl`): what is told, and what it is. */
export function DetailRow({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-sm leading-5 text-ink-soft">{name}</dt>
      {/* Titles are in any script. */}
      <dd className="min-w-0 wrap-anywhere" dir="auto">
        {children}
      </dd>
    </>
  );
}
