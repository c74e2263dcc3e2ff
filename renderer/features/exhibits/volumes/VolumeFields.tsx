import { useState } from 'react';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { useEngineQuery, useMatter } from '../../../client/index.ts';
import { Select, TextField, optionsOf } from '../../../ui/index.ts';
import { useSetView } from '../set/use-set-view.ts';
import { CourtLimit } from './CourtLimit.tsx';
import { courtName } from './court-name.ts';
import { volumeWords as words } from './words.ts';

interface VolumeFieldsProps {
  readonly set: ExhibitSet;
  /** Reports whether what is typed is valid; invalid text leaves the size as it was. */
  readonly onValidity?: (isValid: boolean) => void;
}

const dots = ['off', '300', '200', '150'] as const;
const usualMegabytes = 50;
const mostMegabytes = 10_000;

/** How the built files are split and whether pictures in them are made smaller. Kept for the next build of this set. */
export function VolumeFields({ set, onValidity }: VolumeFieldsProps) {
  const [{ volumeMegabytes, volumeCourt, downsampleDpi }, change] = useSetView(set.id);
  const choice = volumeMegabytes === null ? 'court' : volumeMegabytes === 0 ? 'none' : 'own';
  return (
    <>
      <Select
        label={words.volumes}
        value={choice}
        onChange={(next) => {
          onValidity?.(true);
          change({ volumeMegabytes: next === 'court' ? null : next === 'none' ? 0 : usualMegabytes });
        }}
        options={optionsOf(words.choices)}
      />
      {choice === 'court' && (
        <CourtFields court={volumeCourt} onChange={(next) => change({ volumeCourt: next })} />
      )}
      {choice === 'own' && (
        <SizeField
          megabytes={volumeMegabytes ?? usualMegabytes}
          onChange={(next) => change({ volumeMegabytes: next })}
          onValidity={onValidity}
        />
      )}
      <Select
        label={words.pictures}
        value={downsampleDpi === null ? 'off' : String(downsampleDpi)}
        onChange={(next) => change({ downsampleDpi: next === 'off' ? null : Number(next) })}
        options={dots.map((value) => ({ value: value as string, label: words.dots[value] }))}
        description={words.picturesHelp}
      />
    </>
  );
}

const matterCourt = 'matter';

function CourtFields({ court, onChange }: { court: string; onChange: (court: string) => void }) {
  const { id: matterId } = useMatter();
  const { data } = useEngineQuery('exhibits.courts', { matterId });
  if (!data) return null;
  const { ofMatter, profiles } = data;
  const profileOf = (wanted: string | null) => profiles.find(({ id }) => id === wanted);
  const own = profileOf(ofMatter);
  const shown = court === '' ? own : profileOf(court);
  return (
    <>
      <Select
        label={words.court}
        description={shown?.fileSize ? undefined : words.noLimit}
        value={court === '' ? matterCourt : court}
        onChange={(next) => onChange(next === matterCourt ? '' : next)}
        options={[
          {
            value: matterCourt,
            label: words.ofMatter(own ? courtName(own) : null),
            ...(own && { description: words.takes(own.fileSize?.megabytes ?? null) }),
          },
          ...profiles
            // A limit cannot be had of the others.
            .filter((profile) => profile !== own && (profile.fileSize !== null || profile === shown))
            .map((profile) => ({
              value: profile.id,
              label: courtName(profile),
              description: words.takes(profile.fileSize?.megabytes ?? null),
            })),
        ]}
      />
      {shown?.fileSize && <CourtLimit profile={shown} limit={shown.fileSize} />}
    </>
  );
}

interface SizeFieldProps {
  readonly megabytes: number;
  readonly onChange: (megabytes: number) => void;
  readonly onValidity: VolumeFieldsProps['onValidity'];
}

function SizeField({ megabytes, onChange, onValidity }: SizeFieldProps) {
  const [text, setText] = useState(String(megabytes));
  const isValid = isSize(text);
  return (
    <TextField
      label={words.megabytes}
      value={text}
      description={words.megabytesHelp}
      error={isValid ? null : words.megabytesInvalid}
      onChange={(next) => {
        setText(next);
        onValidity?.(isSize(next));
        if (isSize(next)) onChange(Number(next));
      }}
    />
  );
}

function isSize(text: string): boolean {
  return /^\d+(\.\d+)?$/.test(text) && Number(text) > 0 && Number(text) <= mostMegabytes;
}
