import { Check } from 'lucide-react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { colorWords } from '../../../../shared/domain/evidence/color-words.ts';
import type { TagColor } from '../../../../shared/model/evidence.ts';
import { colorChoices, markColors } from '../marks/mark-colors.ts';

interface ColorChoiceProps {
  readonly label: string;
  readonly value: TagColor;
  readonly onChange: (color: TagColor) => void;
}

/** The colors side by side, each with its name; arrows go along them. */
export function ColorChoice({ label, value, onChange }: ColorChoiceProps) {
  return (
    <RadioGroup
      orientation="horizontal"
      value={value}
      onChange={(next) => onChange(next as TagColor)}
      className="flex items-center gap-2"
    >
      <Label className="text-sm font-medium">{label}</Label>
      <span className="flex gap-0.5">
        {colorChoices.map((color) => (
          <Radio
            key={color}
            value={color}
            aria-label={colorWords[color]}
            className="group relative flex size-6 cursor-default items-center justify-center rounded-full data-focus-visible:outline-2 data-focus-visible:outline-focus"
          >
            <span
              aria-hidden
              title={colorWords[color]}
              className={`flex size-5 items-center justify-center rounded-full border-2 text-[#1b2029] forced-color-adjust-none group-data-hovered:ring-1 group-data-hovered:ring-edge ${markColors[color].fill} ${markColors[color].line}`}
            >
              <Check className="size-3 opacity-0 group-data-selected:opacity-100" />
            </span>
          </Radio>
        ))}
      </span>
      <span className="text-sm text-ink-soft">{colorWords[value]}</span>
    </RadioGroup>
  );
}
