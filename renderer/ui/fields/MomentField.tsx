import { useState } from 'react';
import { DayPicker } from './DayPicker.tsx';
import { TextField } from './Fields.tsx';
import { useEntry } from '../dialogs/entries.ts';
import { parseTypedMoment, writeTypedMoment } from '../../../shared/domain/typed-moment.ts';

export interface MomentFieldProps {
  readonly label: string;
  /** A wall-clock day or minute: 2021-01-11 or 2021-01-11T17:00; null while none is given. */
  readonly value: string | null;
  /** `isUnreadable` if the typed text is not a date; the value is then null. */
  readonly onChange: (value: string | null, isUnreadable: boolean) => void;
  /** Name of the time zone, always shown: "Pacific Time". */
  readonly zone: string;
  /** Abbreviations of the zone that may follow the time: PT, PST, PDT. */
  readonly zoneLetters: readonly string[];
  /** Today's date in that zone. */
  readonly today: string;
  /** Formats the parsed moment for the user to check: "Mon, Jan 11, 2021, 5:00 PM PST". */
  readonly format: (moment: string) => string;
  /** Whether a day alone is not enough. */
  readonly needsMinute?: boolean;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
  /** What else is wrong with it. */
  readonly error?: string | null | undefined;
}

/** A date, or a date with a time, typed freely and shown back in full. */
export function MomentField(props: MomentFieldProps) {
  const { label, value, onChange, zone, zoneLetters, today, format, needsMinute = false, error } = props;
  const [typed, setTyped] = useState(() => writtenOf(value));
  const [isLeft, setIsLeft] = useState(false);
  const [known, setKnown] = useState(value);
  // A moment set from outside replaces what was typed.
  if (known !== value) {
    setKnown(value);
    setTyped(writtenOf(value));
  }
  const isUnreadable = typed.trim() !== '' && value === null;
  const lacksMinute = needsMinute && value !== null && value.length === 10;
  const wrong = isUnreadable
    ? `Enter it as 1/11/2021${needsMinute ? ' 5 pm' : ', or 1/11/2021 5 pm'}.`
    : lacksMinute
      ? 'Give the time of day as well, such as 5 pm.'
      : null;
  const enter = useEntry(typed, setTyped);
  const take = (text: string, moment: string | null) => {
    enter(text);
    setKnown(moment);
    setIsLeft(false);
    onChange(moment, moment === null && text.trim() !== '');
  };
  return (
    <div onBlur={() => setIsLeft(true)}>
      <DayPicker
        day={value?.slice(0, 10) ?? null}
        onPick={(day) => {
          const moment = day + (value?.slice(10) ?? '');
          take(writeTypedMoment(moment), moment);
        }}
      >
        {(button) => (
          <TextField
            label={`${label} (${zone})`}
            value={typed}
            onChange={(text) => take(text, parseTypedMoment(text, today, zoneLetters))}
            button={button}
            placeholder={needsMinute ? '1/11/2021 5 pm' : '1/11/2021, or 1/11/2021 5 pm'}
            description={value === null ? undefined : <span className="tabular-nums">{format(value)}</span>}
            error={error ?? (isLeft ? wrong : null)}
            isRequired={props.isRequired ?? false}
            autoFocus={props.autoFocus ?? false}
            autoComplete="off"
          />
        )}
      </DayPicker>
    </div>
  );
}

const writtenOf = (moment: string | null) => (moment === null ? '' : writeTypedMoment(moment));
