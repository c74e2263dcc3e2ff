import type { Bearing, BearingSide, Element } from '../../../../shared/model/argument.ts';
import { SegmentedControl } from '../../../ui/index.ts';
import { factWords as words, sideWords } from '../words.ts';

interface BearingChoicesProps {
  readonly elements: readonly Element[];
  readonly value: readonly Bearing[];
  readonly onChange: (bearings: readonly Bearing[]) => void;
}

/** Which elements a fact bears on, and which way, claim by claim. */
export function BearingChoices({ elements, value, onChange }: BearingChoicesProps) {
  const sideOf = (element: Element) => value.find(({ elementId }) => elementId === element.id)?.side;
  const choose = ({ id }: Element, side: BearingSide | 'none') => {
    const others = value.filter(({ elementId }) => elementId !== id);
    onChange(side === 'none' ? others : [...others, { elementId: id, side }]);
  };
  return (
    <section aria-label={words.elements} className="flex flex-col gap-1">
      <h3 className="text-sm font-medium">{words.elements}</h3>
      {elements.length === 0 && <p className="text-sm text-ink-soft">{words.noElements}</p>}
      <div className="flex flex-col gap-2 [@media(min-height:1000px)]:max-h-64 [@media(min-height:1000px)]:overflow-y-auto">
        {[...Map.groupBy(elements, ({ claim }) => claim)].map(([claim, own]) => (
          <div key={claim}>
            <h4 className="text-sm wrap-anywhere text-ink-soft">{claim}</h4>
            <ul>
              {own.map((element) => (
                <li key={element.id} className="flex min-h-8 items-center gap-3 py-0.5">
                  <span className="min-w-0 grow wrap-anywhere">{element.name}</span>
                  <SegmentedControl<BearingSide | 'none'>
                    label={`${element.name}, ${claim}`}
                    value={sideOf(element) ?? 'none'}
                    onChange={(side) => choose(element, side)}
                    options={[
                      { value: 'none', label: words.notBearing },
                      { value: 'for', label: sideWords.for },
                      { value: 'against', label: sideWords.against },
                    ]}
                  />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
