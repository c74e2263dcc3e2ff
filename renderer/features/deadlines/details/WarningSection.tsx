import type { ReactNode } from 'react';

interface WarningSectionProps {
  readonly title: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

/** What needs a decision before a date is relied on, among the details of a deadline. */
export function WarningSection({ title, icon, children }: WarningSectionProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-1.5 rounded-md bg-warning-soft px-3 py-2">
      <h3 className="flex items-center gap-1.5 font-semibold text-warning-ink [&_svg]:size-4 [&_svg]:shrink-0">
        {icon}
        {title}
      </h3>
      {children}
    </section>
  );
}
