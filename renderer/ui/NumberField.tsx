import { FieldError, Input, Label, NumberField as AriaNumberField, Text } from 'react-aria-components';

export interface NumberFieldProps {
  readonly label: string;
  /** NaN while the field is empty. */
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly description?: string;
  readonly error?: string | null | undefined;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

/** A whole number, typed or stepped with the arrow keys. */
export function NumberField({ label, description, error, ...field }: NumberFieldProps) {
  return (
    <AriaNumberField
      {...field}
      formatOptions={{ useGrouping: false, maximumFractionDigits: 0 }}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className="flex flex-col gap-1"
    >
      <Label className="text-sm font-medium text-ink">{label}</Label>
      <Input className="h-7.5 w-full rounded-md border border-edge/80 bg-surface px-2 text-ink tabular-nums outline-none focus:border-focus focus:ring-1 focus:ring-focus disabled:bg-sunken disabled:text-ink-soft aria-invalid:border-danger" />
      {description && !error && (
        <Text slot="description" className="text-sm text-ink-soft">
          {description}
        </Text>
      )}
      <FieldError className="text-sm text-danger-ink">{error}</FieldError>
    </AriaNumberField>
  );
}
