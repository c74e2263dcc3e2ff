import { Label, Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { useEntry } from '../dialogs/entries.ts';

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly options: readonly { readonly value: V; readonly label: string; readonly description?: string }[];
  readonly isDisabled?: boolean;
}

interface RadioGroupProps<V extends string> extends ChoiceProps<V> {
  /** Focuses the chosen option. */
  readonly autoFocus?: boolean;
}

/** A row of views of the same thing, one of them shown; arrow keys move between them. */
export function SegmentedControl<V extends string>({
  label,
  value,
  onChange,
  options,
  isDisabled = false,
}: ChoiceProps<V>) {
  const choose = useEntry(value, onChange);
  return (
    <AriaRadioGroup
      aria-label={label}
      orientation="horizontal"
      value={value}
      onChange={(next) => choose(next as V)}
      isDisabled={isDisabled}
      className="flex shrink-0 gap-0.5 rounded-md border border-line bg-sunken p-0.5 in-[form]:max-w-full in-[form]:flex-wrap"
    >
      {options.map((option) => (
        <Radio
          key={option.value}
          value={option.value}
          className="relative flex h-6 cursor-default items-center rounded-sm border border-transparent px-2.5 text-sm whitespace-nowrap text-ink-soft data-focus-visible:outline-2 data-focus-visible:outline-focus data-hovered:text-ink data-selected:border-line data-selected:bg-surface data-selected:font-medium data-selected:text-ink"
        >
          {option.label}
        </Radio>
      ))}
    </AriaRadioGroup>
  );
}

/** One of a few choices, all visible, each with a line that explains it. */
export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const { label, value, onChange, options, autoFocus = false } = props;
  const choose = useEntry(value, onChange);
  return (
    <AriaRadioGroup value={value} onChange={(next) => choose(next as V)} className="flex flex-col gap-1">
      <Label className="text-sm font-medium text-ink">{label}</Label>
      {options.map((option) => (
        <Radio
          key={option.value}
          value={option.value}
          autoFocus={autoFocus && option.value === value}
          className="group relative flex min-h-6 cursor-default items-start gap-2 rounded-md py-0.5"
        >
          <span
            aria-hidden
            className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-edge bg-surface group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-1 group-data-focus-visible:outline-focus group-data-selected:border-accent"
          >
            <span className="size-2 rounded-full group-data-selected:bg-accent" />
          </span>
          <span className="flex min-w-0 flex-col">
            <span>{option.label}</span>
            {option.description && <span className="text-sm text-ink-soft">{option.description}</span>}
          </span>
        </Radio>
      ))}
    </AriaRadioGroup>
  );
}
