import { CircleAlert, CircleHelp, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Finding } from '../../../../shared/model/exhibits.ts';
import { groupFindings, type FindingGroup } from './build-report.ts';
import { buildWords } from '../words.ts';

const icons: Readonly<Record<FindingGroup['kind'], ReactNode>> = {
  error: <CircleAlert className="text-danger-ink" />,
  warning: <TriangleAlert className="text-warning-ink" />,
  unchecked: <CircleHelp className="text-ink-soft" />,
  info: <Info className="text-info-ink" />,
};

/** What a build found, the gravest first, and what it did not check. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const groups = groupFindings(findings);
  if (groups.length === 0) return <p className="text-ink-soft">{buildWords.noFindings}</p>;
  return (
    <div className="flex flex-col gap-3">
      {groups.map(({ kind, title, findings: found }) => (
        <section key={kind} aria-label={title}>
          <h4 className="flex items-center gap-1.5 font-medium [&_svg]:size-4">
            <span aria-hidden>{icons[kind]}</span>
            {title}
          </h4>
          <ul data-selectable className="mt-0.5 flex flex-col gap-0.5 pl-5.5">
            {found.map(({ code, label, message }) => (
              <li key={`${code} ${label} ${message}`}>
                {label !== null && <span className="font-semibold">{label} · </span>}
                {message}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
