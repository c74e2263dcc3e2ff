import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { factDateText } from '../../../../shared/domain/argument/fact-date.ts';
import { disputeWords } from '../../../../shared/domain/argument/tables.ts';
import type { Element, Fact, PinCiteFinding } from '../../../../shared/model/argument.ts';
import { formatInstant, useMatter } from '../../../client/index.ts';
import { Badge, Button, DetailRow } from '../../../ui/index.ts';
import { openArgumentDialog } from '../argument-dialogs.ts';
import type { FactActions } from '../use-fact-actions.ts';
import { detailWords as words, sideWords, words as areaWords } from '../words.ts';
import { PinCiteLine } from './PinCiteLine.tsx';

interface FactDetailsProps {
  readonly fact: Fact;
  readonly elements: readonly Element[];
  readonly findings: ReadonlyMap<string, PinCiteFinding>;
  readonly actions: FactActions;
  readonly onEdit: () => void;
}

/** All of one fact: what shows it, what it bears on, and the way to each page. */
export function FactDetails({ fact, elements, findings, actions, onEdit }: FactDetailsProps) {
  const { timezone, isReadOnly } = useMatter();
  const { text, date, dispute, allegation, note, bearings, pinCites, author, createdAt } = fact;
  return (
    <div className="flex flex-col gap-3 p-3">
      <div className="flex items-start gap-2">
        <h2 data-selectable dir="auto" className="min-w-0 grow font-semibold wrap-anywhere">
          {text}
        </h2>
        {!isReadOnly && (
          <Button size="small" icon={<Pencil aria-hidden />} onPress={onEdit}>
            {areaWords.edit}
          </Button>
        )}
      </div>
      <dl data-selectable className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        <DetailRow name={areaWords.date}>
          {date === null ? areaWords.noDate : factDateText(date, timezone)}
        </DetailRow>
        {dispute !== 'unknown' && <DetailRow name={words.dispute}>{disputeWords[dispute]}</DetailRow>}
        {allegation !== '' && <DetailRow name={words.pleaded}>{allegation}</DetailRow>}
        {note !== '' && (
          <DetailRow name={words.note}>
            <span className="whitespace-pre-line">{note}</span>
          </DetailRow>
        )}
      </dl>
      <Part title={areaWords.shownBy}>
        {pinCites.length === 0 ? (
          <p className="text-sm text-warning-ink">{words.noCites}</p>
        ) : (
          <ul className="flex flex-col gap-1.5">
            {pinCites.map((pinCite) => (
              <PinCiteLine
                key={pinCite.id}
                pinCite={pinCite}
                finding={findings.get(pinCite.id)}
                onOpen={() => actions.open(pinCite)}
                onRemove={isReadOnly ? null : () => actions.removeCite(pinCite)}
              />
            ))}
          </ul>
        )}
        {!isReadOnly && (
          <span>
            <Button size="small" onPress={() => openArgumentDialog({ kind: 'cite', factId: fact.id })}>
              {areaWords.addCite}
            </Button>
          </span>
        )}
      </Part>
      <Part title={areaWords.bearsOn}>
        {bearings.length === 0 ? (
          <p className="text-sm text-ink-soft">{words.noElements}</p>
        ) : (
          <ul className="flex flex-col gap-1">
            {elements
              .filter(({ id }) => bearings.some(({ elementId }) => elementId === id))
              .map(({ id, claim, name }) => {
                const { side } = bearings.find(({ elementId }) => elementId === id)!;
                return (
                  <li key={id} className="flex items-start gap-2">
                    <span className="min-w-0 grow wrap-anywhere">
                      {name}
                      <span className="block text-sm text-ink-soft">{claim}</span>
                    </span>
                    <Badge tone={side === 'for' ? 'success' : 'warning'}>{sideWords[side]}</Badge>
                  </li>
                );
              })}
          </ul>
        )}
      </Part>
      <p className="text-sm text-ink-soft">{words.by(author.name, formatInstant(createdAt, timezone))}</p>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-1.5">
      <h3 className="border-b border-line pb-0.5 text-sm font-semibold">{title}</h3>
      {children}
    </section>
  );
}
