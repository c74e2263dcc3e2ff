import type { ReactNode } from 'react';

/** A group of settings under a heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className="flex flex-col gap-2.5 border-b border-line px-3 py-3 last:border-b-0"
    >
      <h3 className="text-sm font-semibold">{title}</h3>
      {children}
    </section>
  );
}

/** A quiet sentence among settings. */
export function Note({ children }: { children: ReactNode }) {
  return <p className="text-sm text-ink-soft">{children}</p>;
}
