import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { Select } from '../../../ui/index.ts';
import { useSetView } from '../set/use-set-view.ts';
import { Section } from './Section.tsx';
import { TextSetting } from './TextSetting.tsx';
import { volumeWords as words } from './words.ts';

const dots = ['off', '300', '200', '150'] as const;
const usualMegabytes = 50;
const mostMegabytes = 10_000;

/** How the built files are split and whether pictures in them are made smaller. Kept for the next build of this set. */
export function VolumesSection({ set }: { set: ExhibitSet }) {
  const [view, change] = useSetView(set.id);
  const { volumeMegabytes, downsampleDpi } = view;
  const choice = volumeMegabytes === null ? 'court' : volumeMegabytes === 0 ? 'none' : 'own';
  return (
    <Section title={words.title}>
      <Select
        label={words.volumes}
        value={choice}
        onChange={(next) =>
          change({ volumeMegabytes: next === 'court' ? null : next === 'none' ? 0 : usualMegabytes })
        }
        options={(['court', 'own', 'none'] as const).map((value) => ({ value, label: words.choices[value] }))}
      />
      {choice === 'own' && (
        <TextSetting
          label={words.megabytes}
          value={String(volumeMegabytes)}
          description={words.megabytesHelp}
          maxLength={7}
          validate={(text) =>
            /^\d+(\.\d+)?$/.test(text) && Number(text) > 0 && Number(text) <= mostMegabytes
              ? null
              : words.megabytesInvalid
          }
          onCommit={(text) => {
            change({ volumeMegabytes: Number(text) });
            return Promise.resolve();
          }}
        />
      )}
      <Select
        label={words.pictures}
        value={downsampleDpi === null ? 'off' : String(downsampleDpi)}
        onChange={(next) => change({ downsampleDpi: next === 'off' ? null : Number(next) })}
        options={dots.map((value) => ({ value: value as string, label: words.dots[value] }))}
        description={words.picturesHelp}
      />
    </Section>
  );
}
