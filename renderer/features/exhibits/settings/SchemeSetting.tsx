import { useState } from 'react';
import { isLabelScheme } from '../../../../shared/domain/exhibits/exhibit-label.ts';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { Select } from '../../../ui/index.ts';
import { usualSchemes } from '../sets/scheme-example.ts';
import { TextSetting } from './TextSetting.tsx';
import { applied } from './use-edits.ts';
import { setFieldWords as words } from './words.ts';

interface SchemeSettingProps {
  readonly scheme: ExhibitSet['scheme'];
  readonly isDisabled: boolean;
  readonly onCommit: (scheme: string) => Promise<unknown>;
}

const other = 'other';

/** How labels run. */
export function SchemeSetting({ scheme, isDisabled, onCommit }: SchemeSettingProps) {
  const [isOther, setIsOther] = useState(false);
  const isOwn = isOther || !usualSchemes.some(({ value }) => value === scheme);
  return (
    <>
      <Select
        label={words.scheme}
        value={isOwn ? other : scheme}
        isDisabled={isDisabled}
        onChange={(next) => {
          setIsOther(next === other);
          if (next !== other) applied(onCommit(next));
        }}
        options={[...usualSchemes, { value: other, label: words.otherPrefix }]}
      />
      {isOwn && (
        <TextSetting
          label={words.labelPrefix}
          value={/^[A-Z]{1,6}-1$/.test(scheme) ? scheme.slice(0, -2) : ''}
          description={words.labelPrefixHelp}
          isDisabled={isDisabled}
          validate={(text) => (isLabelScheme(`${text.toUpperCase()}-1`) ? null : words.labelPrefixInvalid)}
          onCommit={(text) => onCommit(`${text.toUpperCase()}-1`)}
        />
      )}
    </>
  );
}
