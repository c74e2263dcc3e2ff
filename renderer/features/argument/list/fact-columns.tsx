import { TriangleAlert } from 'lucide-react';
import { factDateText } from '../../../../shared/domain/argument/fact-date.ts';
import { disputeWords, elementNames } from '../../../../shared/domain/argument/tables.ts';
import type { Element, Fact, PinCiteFinding } from '../../../../shared/model/argument.ts';
import { Badge, type Column } from '../../../ui/index.ts';
import { findingShort, sideWords, words } from '../words.ts';

interface FactColumns {
  /** The court's, in which times are shown. */
  readonly timeZone: string;
  /** Of the list in pixels. */
  readonly width: number;
  readonly elements: readonly Element[];
  readonly findings: ReadonlyMap<string, PinCiteFinding>;
}

/** The chronology's columns, as many as there is room for. */
export function factColumns({ timeZone, width, elements, findings }: FactColumns): readonly Column<Fact>[] {
  const names = elementNames(elements);
  const date: Column<Fact> = {
    id: 'date',
    header: words.date,
    width: 156,
    render: ({ date: when }) =>
      when === null ? (
        <span className="text-ink-soft">{words.noDate}</span>
      ) : (
        <span title={factDateText(when, timeZone)} className="line-clamp-2 tabular-nums">
          {factDateText(when, timeZone, false)}
        </span>
      ),
  };
  const fact: Column<Fact> = {
    id: 'fact',
    header: words.fact,
    width: 180,
    isFlexible: true,
    render: ({ text, dispute }) => (
      <span dir="auto" className="line-clamp-2" title={text}>
        {dispute === 'disputed' && (
          <span className="mr-1.5 inline-flex align-[-2px]">
            <Badge tone="warning">{disputeWords[dispute]}</Badge>
          </span>
        )}
        {text}
      </span>
    ),
  };
  const shownBy: Column<Fact> = {
    id: 'shownBy',
    header: words.shownBy,
    width: width < 700 ? 136 : 170,
    render: ({ pinCites }) => {
      const failing = pinCites.map(({ id }) => findings.get(id)).find((finding) => finding !== undefined);
      const cites = pinCites.map(({ cite }) => cite).join('; ');
      return (
        // The hyphen of figures of one width is as wide as they are: “6 - 1”.
        <span className="flex min-w-0 items-start gap-1.5 normal-nums" title={cites}>
          <span className="line-clamp-2 min-w-0 grow">{cites}</span>
          {failing && (
            <span title={findingShort[failing.state]} className="shrink-0 text-warning-ink">
              <TriangleAlert aria-hidden className="mt-0.5 size-3.5" />
              <span className="sr-only">{findingShort[failing.state]}</span>
            </span>
          )}
        </span>
      );
    },
  };
  const bearsOn: Column<Fact> = {
    id: 'bearsOn',
    header: words.bearsOn,
    width: 190,
    render: ({ bearings }) => {
      const said = bearings.map(
        ({ elementId, side }) =>
          `${names.get(elementId) ?? ''}${side === 'against' ? ` (${sideWords.against.toLowerCase()})` : ''}`,
      );
      return (
        <span title={said.join('; ')} className="line-clamp-2">
          {said.join('; ')}
        </span>
      );
    },
  };
  return [date, fact, ...(width >= 480 ? [shownBy] : []), ...(width >= 700 ? [bearsOn] : [])];
}
