import { TriangleAlert } from 'lucide-react';
import type { Fact, PinCite, PinCiteFinding } from '../../../../shared/model/argument.ts';
import { detailWords, findingShort } from '../words.ts';

interface FactLineProps {
  readonly fact: Fact;
  readonly findings: ReadonlyMap<string, PinCiteFinding>;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly onOpen: (pinCite: PinCite) => void;
}

const buttonClass =
  'cursor-default rounded-sm text-left wrap-anywhere outline-none focus-visible:outline-2 focus-visible:outline-focus';

/** A fact in the matrix with its pin cites: the fact opens its details, a cite its page. */
export function FactLine({ fact, findings, isSelected, onSelect, onOpen }: FactLineProps) {
  return (
    <li className={`-mx-1 rounded-sm px-1 py-0.5 ${isSelected ? 'bg-selected' : ''}`}>
      <button
        type="button"
        dir="auto"
        aria-current={isSelected}
        onClick={onSelect}
        className={`${buttonClass} hover:underline`}
      >
        {fact.text}
      </button>
      {fact.pinCites.length > 0 && (
        <span className="flex flex-wrap gap-x-2 text-sm">
          {fact.pinCites.map((pinCite) => {
            const finding = findings.get(pinCite.id);
            return (
              <button
                key={pinCite.id}
                type="button"
                aria-label={detailWords.openCite(
                  finding ? `${pinCite.cite}, ${findingShort[finding.state]}` : pinCite.cite,
                )}
                onClick={() => onOpen(pinCite)}
                className={`${buttonClass} flex min-h-6 items-center gap-1 text-accent-text hover:underline`}
              >
                {pinCite.cite}
                {finding && (
                  <span title={findingShort[finding.state]} className="text-warning-ink">
                    <TriangleAlert aria-hidden className="size-3.5" />
                  </span>
                )}
              </button>
            );
          })}
        </span>
      )}
    </li>
  );
}
