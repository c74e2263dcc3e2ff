import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { RadioGroup, Select } from '../../../ui/index.ts';
import type { Insertion, Way } from './use-add-plan.ts';
import { placeWords as words } from './words.ts';

interface PlaceFieldsProps {
  readonly set: ExhibitSet;
  readonly exhibits: readonly Exhibit[];
  readonly insertion: Insertion;
  readonly onChange: (insertion: Insertion) => void;
}

const atEnd = 'end';

/** Where new exhibits go, and what that means for the labels of the others. */
export function PlaceFields({ set, exhibits, insertion, onChange }: PlaceFieldsProps) {
  const { afterLabel, way } = insertion;
  const after = exhibits.find(({ label }) => label === afterLabel);
  // Parts have no parts, so a way that was chosen may not be available after another exhibit.
  const wayAfter = (label: string): Way =>
    way === 'sub' && exhibits.find((exhibit) => exhibit.label === label)?.parentId !== null ? 'between' : way;
  const ways: readonly Way[] = [
    'between',
    ...(after?.parentId === null ? (['sub'] as const) : []),
    ...(set.sealedAt === null ? (['push'] as const) : []),
  ];
  return (
    <>
      <Select
        label={words.place}
        value={afterLabel ?? atEnd}
        onChange={(label) =>
          onChange(
            label === atEnd
              ? { afterLabel: null, way: 'between' }
              : { afterLabel: label, way: wayAfter(label) },
          )
        }
        options={[
          { value: atEnd, label: words.atEnd },
          ...exhibits.map(({ label, title }) => ({ value: label, label: words.after(label, title) })),
        ]}
      />
      {after && (
        <RadioGroup
          label={words.how}
          value={ways.includes(way) ? way : 'between'}
          onChange={(next) => onChange({ afterLabel, way: next })}
          options={ways.map((value) => ({ value, ...words.ways[value] }))}
        />
      )}
      {after && set.sealedAt !== null && <p className="text-sm text-ink-soft">{words.pushSealed}</p>}
    </>
  );
}
