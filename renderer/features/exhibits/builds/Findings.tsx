import { useId } from 'react';
import type { Finding } from '../../../../shared/model/exhibits.ts';
import { formatNumber } from '../../../client/index.ts';
import { useFirstRows } from '../../../ui/index.ts';
import { findingIcons } from '../filing/FoundInFile.tsx';
import { groupFindings, type FindingGroup } from './build-report.ts';
import { buildWords as words } from './words.ts';

interface FindingsProps {
  readonly findings: readonly Finding[];
  /** Shows the exhibit's page that a finding is about. */
  readonly onGoToLabel?: (label: string, page?: number) => void;
}

/** Findings of a group shown at once; the rest by a button. */
const shownAtFirst = 20;

/** What a build found, the gravest first, and what it did not check. */
export function Findings({ findings, onGoToLabel }: FindingsProps) {
  const groups = groupFindings(findings);
  if (groups.length === 0) return <p className="text-ink-soft">{words.noFindings}</p>;
  return (
    <div className="flex flex-col gap-3">
      {groups.map((group) => (
        <Group key={group.kind} group={group} onGoToLabel={onGoToLabel} />
      ))}
    </div>
  );
}

interface GroupProps {
  readonly group: FindingGroup;
  readonly onGoToLabel: FindingsProps['onGoToLabel'];
}

function Group({ group: { kind, title, findings }, onGoToLabel }: GroupProps) {
  const headingId = useId();
  const { shown, list, showAll } = useFirstRows(findings, shownAtFirst);
  return (
    <section aria-labelledby={headingId}>
      <h4 id={headingId} className="flex items-center gap-1.5 font-medium [&_svg]:size-4">
        <span aria-hidden>{findingIcons[kind]}</span>
        <span>{title}</span>
        <span className="font-normal text-ink-soft tabular-nums">{formatNumber(findings.length)}</span>
      </h4>
      <ul ref={list} data-selectable className="mt-0.5 flex flex-col gap-0.5 pl-5.5">
        {shown.map(({ code, label, page, message }, at) => (
          <li key={`${code} ${label} ${at}`} className="wrap-anywhere">
            {label !== null &&
              (onGoToLabel ? (
                <button
                  type="button"
                  className="mr-2 min-h-6 cursor-pointer rounded-sm font-semibold text-accent-text underline-offset-2 hover:underline"
                  onClick={() => onGoToLabel(label, page)}
                >
                  {words.place(label, page)}
                </button>
              ) : (
                <span className="mr-2 font-semibold">{words.place(label, page)}</span>
              ))}
            {message}
          </li>
        ))}
      </ul>
      {showAll && (
        <button
          type="button"
          className="mt-1 ml-5.5 min-h-6 cursor-pointer rounded-sm text-accent-text hover:underline"
          onClick={showAll}
        >
          {words.showAll(findings.length)}
        </button>
      )}
    </section>
  );
}
