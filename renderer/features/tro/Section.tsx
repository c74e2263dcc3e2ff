import { useId, type ReactNode } from 'react';

export interface SectionProps {
  readonly title: string;
  /** Shown beside the title: a count, a choice, a button. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the desk under its heading. */
export function Section({ title, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line pb-1">
        <h2 id={id} className="grow text-lg font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
