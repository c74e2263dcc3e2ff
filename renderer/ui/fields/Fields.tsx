import { Check, ChevronDown, Minus, Search, X } from 'lucide-react';
import { useId, useState, type ReactNode, type Ref } from 'react';
import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField as AriaSearchField,
  Select as AriaSelect,
  SelectValue,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import { useEntry } from '../dialogs/entries.ts';
import { formatNumber } from '../../../shared/domain/amounts.ts';
import { tooLong } from './too-long.ts';
import { textLimits } from '../../../shared/model/text-limits.ts';

const inputClass =
  'w-full rounded-md border border-edge/80 bg-surface px-2 text-ink outline-none ' +
  'focus:border-focus focus:ring-1 focus:ring-focus invalid:border-danger aria-invalid:border-danger ' +
  'disabled:bg-sunken disabled:text-ink-soft data-readonly:bg-sunken';

interface FieldProps {
  readonly label: string;
  /** A sentence of help, under the field. */
  readonly description?: ReactNode;
  /** What is wrong with the value; null when nothing is. */
  readonly error?: string | null | undefined;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  /** Hides the label where the context makes it obvious; screen readers still read it. */
  readonly isLabelHidden?: boolean;
}

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password' | 'number';
  readonly placeholder?: string;
  /** The most characters that can be stored. Longer text stays as typed, is marked as too long, and is not accepted by a dialog. */
  readonly maxLength?: number;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly autoComplete?: string;
  /** Suggestions offered while typing; anything else may be typed too. */
  readonly list?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** A small button at its end. */
  readonly button?: ReactNode;
}

/** A line of text. Its value is the caller's. */
export function TextField(props: TextFieldProps) {
  const { placeholder, inputRef, list, maxLength, button, ...field } = props;
  const long = tooLong(field.value, maxLength ?? Infinity);
  return (
    <TextFrame {...field} error={long ?? field.error}>
      <div className="relative">
        <Input
          ref={inputRef}
          dir="auto"
          {...(field.isReadOnly && { 'data-readonly': true })}
          className={`${inputClass} h-7.5 ${button ? 'pr-8' : ''}`}
          data-too-long={long === null ? undefined : true}
          {...(list !== undefined && { list })}
          {...(placeholder !== undefined && { placeholder })}
        />
        {button && <span className="absolute inset-y-0 right-0.75 flex items-center">{button}</span>}
      </div>
    </TextFrame>
  );
}

export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly placeholder?: string;
  /** As in a line of text. */
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { rows = 4, placeholder, maxLength, ...field } = props;
  const long = tooLong(field.value, maxLength ?? Infinity);
  return (
    <TextFrame {...field} error={long ?? field.error}>
      <AriaTextArea
        rows={rows}
        placeholder={placeholder}
        className={`${inputClass} resize-y py-1.5`}
        data-too-long={long === null ? undefined : true}
      />
    </TextFrame>
  );
}

/** The days that can be picked. */
export const dayRange = { min: '1900-01-01', max: '2199-12-31' } as const;

export interface DateFieldProps extends FieldProps {
  /** ISO date such as 2021-01-11; null while none is given. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** A calendar date, typed part by part or picked from the system's calendar. */
export function DateField({ value, onChange, ...field }: DateFieldProps) {
  return (
    <TextFrame {...field} value={value ?? ''} onChange={(next) => onChange(next === '' ? null : next)}>
      <Input type="date" {...dayRange} className={`${inputClass} h-7.5 tabular-nums`} />
    </TextFrame>
  );
}

export interface SelectProps<V extends string> extends FieldProps {
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly options: readonly {
    readonly value: V;
    readonly label: string;
    readonly description?: string;
    /** Number of occurrences, shown at the end of the option and beside the selected one. */
    readonly count?: number;
  }[];
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}

/** One of a few choices. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, description, error, isLabelHidden, value, onChange, options, placeholder, ...field } = props;
  const choose = useEntry(value, (next) => next !== null && onChange(next));
  const chosen = options.find((option) => option.value === value);
  return (
    <AriaSelect
      {...field}
      value={value}
      onChange={(key) => choose(key as V)}
      isInvalid={Boolean(error)}
      placeholder={placeholder ?? 'Choose'}
      className="flex flex-col gap-1"
    >
      <FieldLabel label={label} isHidden={isLabelHidden} isRequired={field.isRequired} />
      <AriaButton className={`${inputClass} flex h-7.5 items-center justify-between gap-2 text-left`}>
        <SelectValue className="flex min-w-0 items-baseline gap-1.5">
          {({ isPlaceholder, selectedText, defaultChildren }) =>
            isPlaceholder ? (
              defaultChildren
            ) : (
              <>
                <span className="truncate">{selectedText}</span>
                {chosen?.count !== undefined && (
                  <span className="text-sm text-ink-soft tabular-nums">{formatNumber(chosen.count)}</span>
                )}
              </>
            )
          }
        </SelectValue>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-soft" />
      </AriaButton>
      <FieldNotes description={description} error={error} />
      <Popover className="popover-motion max-h-80 max-w-[max(var(--trigger-width),24rem)] min-w-(--trigger-width) overflow-auto rounded-md border border-line bg-raised p-1 shadow-pop">
        <ListBox className="outline-none" items={options}>
          {(option) => (
            <ListBoxItem
              id={option.value}
              textValue={option.label}
              className="flex cursor-default items-center gap-2 rounded-sm px-2 py-1 outline-none data-focused:bg-selected"
            >
              {({ isSelected }) => (
                <>
                  <Check aria-hidden className={`size-3.5 shrink-0 ${isSelected ? '' : 'invisible'}`} />
                  <span className="flex min-w-0 grow flex-col">
                    <span className="wrap-anywhere">{option.label}</span>
                    {option.description && (
                      <span className="text-sm text-ink-soft">{option.description}</span>
                    )}
                  </span>
                  {option.count !== undefined && (
                    <span className="pl-3 text-sm text-ink-soft tabular-nums">
                      {formatNumber(option.count)}
                    </span>
                  )}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export interface CheckboxProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
  readonly description?: string;
}

/** A yes-or-no choice. It is `relative`: its input is placed in it, and scrolls into sight with it when Tab reaches it. */
export function Checkbox({ children, description, onChange, ...props }: CheckboxProps) {
  const tick = useEntry(props.isSelected, onChange);
  return (
    <AriaCheckbox
      {...props}
      onChange={tick}
      className="group relative flex items-start gap-2 py-0.5 data-disabled:opacity-50"
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span
            aria-hidden
            className={`mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-1 group-data-focus-visible:outline-focus ${
              isSelected || isIndeterminate
                ? 'border-accent bg-accent text-accent-ink'
                : 'border-edge bg-surface'
            }`}
          >
            {isIndeterminate ? (
              <Minus className="size-3" />
            ) : isSelected ? (
              <Check className="size-3" />
            ) : null}
          </span>
          {/* The least height stands here: on the whole it would let a dialog with much in it press the words into one another. */}
          <span className="flex min-h-5 flex-col">
            <span>{children}</span>
            {description && <span className="text-sm text-ink-soft">{description}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  );
}

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Moves to the results: Enter or the down arrow. */
  readonly onMoveOn?: () => void;
  readonly autoFocus?: boolean;
}

/** Filters as you type, by text that is not too long to search for. Escape clears it. */
export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, inputRef, onMoveOn, autoFocus = false } = props;
  // The stored value may arrive a moment later; a field that waited for it would lose keystrokes.
  const [typed, setTyped] = useState(value);
  const [last, setLast] = useState(value);
  const long = tooLong(typed, textLimits.filter.words);
  if (value !== last) {
    setLast(value);
    // Text that is too long stays as typed but does not filter.
    if (long === null || value !== '') setTyped(value);
  }
  const noteId = useId();
  return (
    <AriaSearchField
      aria-label={label}
      autoFocus={autoFocus}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        if (tooLong(next, textLimits.filter.words) !== null) onChange('');
        else onChange(next.length > textLimits.filter.words ? next.trim() : next);
      }}
      onKeyDown={(event) => {
        if (onMoveOn && (event.key === 'ArrowDown' || event.key === 'Enter')) {
          event.preventDefault();
          onMoveOn();
        } else event.continuePropagation();
      }}
      className="group relative flex min-w-0 grow items-center"
    >
      <Search aria-hidden className="pointer-events-none absolute left-2 size-3.5 text-ink-soft" />
      <Input
        ref={inputRef}
        className={`${inputClass} h-7.5 pr-7 pl-7 [&::-webkit-search-cancel-button]:hidden`}
        placeholder={label}
        aria-invalid={long !== null}
        aria-describedby={long === null ? undefined : noteId}
      />
      {long !== null && (
        <p
          id={noteId}
          role="alert"
          className="absolute top-full left-0 z-20 mt-0.5 rounded-md border border-line bg-raised px-2 py-1 text-sm text-danger-ink shadow-pop"
        >
          {long}
        </p>
      )}
      <AriaButton
        aria-label="Clear"
        className="absolute right-1 flex size-6 items-center justify-center rounded-sm text-ink-soft group-data-empty:hidden hover:bg-hover"
      >
        <X aria-hidden className="size-3.5" />
      </AriaButton>
    </AriaSearchField>
  );
}

type TextFrameProps = FieldProps &
  Pick<TextFieldProps, 'value' | 'onChange' | 'type' | 'isReadOnly' | 'autoFocus' | 'autoComplete'> & {
    /** What is typed in. */
    readonly children: ReactNode;
  };

/** What is typed in, between its label and what is said of it. */
function TextFrame({
  label,
  description,
  error,
  isLabelHidden,
  children,
  onChange,
  ...field
}: TextFrameProps) {
  const type = useEntry(field.value, onChange);
  return (
    <AriaTextField
      {...field}
      onChange={field.type === 'password' ? onChange : type}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className="flex flex-col gap-1"
    >
      <FieldLabel label={label} isHidden={isLabelHidden} isRequired={field.isRequired} />
      {children}
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}

function FieldLabel(props: {
  label: string;
  isHidden: boolean | undefined;
  isRequired: boolean | undefined;
}) {
  return (
    <Label className={props.isHidden ? 'sr-only' : 'text-sm font-medium text-ink'}>
      {props.label}
      {props.isRequired && <span className="font-normal text-ink-soft"> (required)</span>}
    </Label>
  );
}

function FieldNotes({ description, error }: { description?: ReactNode; error?: string | null | undefined }) {
  return (
    <>
      {description && !error && (
        <Text slot="description" className="text-sm text-ink-soft">
          {description}
        </Text>
      )}
      <FieldError className="text-sm text-danger-ink">{error}</FieldError>
    </>
  );
}
