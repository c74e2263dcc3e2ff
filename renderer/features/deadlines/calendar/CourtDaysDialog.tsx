import { ChevronLeft, ChevronRight, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { AddedDay } from '../../../../shared/model/time-counting.ts';
import {
  courtNow,
  formatDay,
  useEngineMutation,
  useEngineQuery,
  useMatter,
  useNow,
  QueryFallback,
} from '../../../client/index.ts';
import { Badge, Button, DateField, Dialog, IconButton, RadioGroup, TextField } from '../../../ui/index.ts';
import { courtDayWords as words, dayKindWords } from './words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** The court's holidays of a year, and the days a person adds: a closing, a proclamation. */
export function CourtDaysDialog({ onClose }: { onClose: () => void }) {
  const { timezone, isReadOnly } = useMatter();
  const now = useNow();
  const [year, setYear] = useState(Number(courtNow(timezone, now).slice(0, 4)));
  return (
    <Dialog title={words.title} width="large" onClose={onClose}>
      <p className="text-ink-soft">{words.intro}</p>
      <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
        <section className="flex min-w-0 flex-col gap-2">
          <h3 className="font-semibold">{words.own}</h3>
          <OwnDays />
          {isReadOnly ? <p className="text-ink-soft">{words.readOnly}</p> : <AddDay />}
        </section>
        <section className="flex min-w-0 flex-col gap-2">
          <div className="flex items-center justify-between gap-3">
            <h3 className="font-semibold">{words.holidays(String(year))}</h3>
            <div className="flex gap-1">
              <IconButton
                label={words.previousYear}
                icon={<ChevronLeft />}
                size="small"
                onPress={() => setYear(year - 1)}
              />
              <IconButton
                label={words.nextYear}
                icon={<ChevronRight />}
                size="small"
                onPress={() => setYear(year + 1)}
              />
            </div>
          </div>
          <Holidays year={year} />
        </section>
      </div>
    </Dialog>
  );
}

function Holidays({ year }: { year: number }) {
  const { id: matterId } = useMatter();
  const query = useEngineQuery(
    'deadlines.calendar',
    { matterId, from: `${year}-01-01`, to: `${year}-12-31` },
    { keepsPrevious: true },
  );
  const { data } = query;
  if (!data) return <QueryFallback query={query} />;
  return (
    <ul className="flex flex-col divide-y divide-line text-sm">
      {data.map(({ on, name, kind, cite, isUnconfirmed }) => (
        <li key={`${on} ${kind} ${name}`} className="flex flex-col py-1.5" title={cite}>
          <div className="flex items-baseline gap-2">
            <span className="w-32 shrink-0 text-ink-soft tabular-nums">{formatDay(on)}</span>
            <span className="min-w-0 grow">{name}</span>
            {isUnconfirmed && (
              <Badge tone="warning" title={words.unconfirmedTitle}>
                {words.unconfirmed}
              </Badge>
            )}
          </div>
          <span className="pl-34 text-xs text-ink-soft">
            {dayKindWords[kind]}
            {cite === '' ? '' : `, ${cite}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function OwnDays() {
  const { id: matterId, isReadOnly } = useMatter();
  const query = useEngineQuery('deadlines.day.list', { matterId });
  const { data } = query;
  const remove = useEngineMutation('deadlines.day.delete', { undoMessage: () => words.removed });
  if (!data) return <QueryFallback query={query} />;
  if (data.length === 0) return <p className="text-ink-soft">{words.noOwn}</p>;
  return (
    <ul className="flex flex-col divide-y divide-line border-y border-line text-sm">
      {data.map(({ id, on, name, kind, note }) => (
        <li key={id} className="flex items-start gap-2 py-1.5">
          <span className="w-32 shrink-0 text-ink-soft tabular-nums">{formatDay(on)}</span>
          <div className="flex min-w-0 grow flex-col">
            <span>{name}</span>
            <span className="text-xs wrap-anywhere text-ink-soft">
              {kind === 'closed' ? words.closed : words.holiday}
              {note === '' ? '' : `. ${note}`}
            </span>
          </div>
          {!isReadOnly && (
            <IconButton
              label={words.remove(name)}
              icon={<Trash2 />}
              size="small"
              onPress={() => remove.mutate({ id })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function AddDay() {
  const [on, setOn] = useState<string | null>(null);
  const [kind, setKind] = useState<AddedDay['kind']>('closed');
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [isTried, setIsTried] = useState(false);
  const add = useEngineMutation('deadlines.day.add', {
    undoMessage: (day) => words.added(day.name),
    onSuccess: () => {
      setOn(null);
      setName('');
      setNote('');
      setIsTried(false);
    },
  });
  const submit = () => {
    setIsTried(true);
    if (on !== null && name.trim() !== '') add.mutate({ day: { on, kind, name, note } });
  };
  return (
    <form
      className="flex flex-col gap-3 rounded-md bg-sunken p-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <DateField
        label={words.day}
        value={on}
        onChange={setOn}
        error={isTried && on === null ? words.needsDay : null}
      />
      <TextField
        label={words.name}
        value={name}
        onChange={setName}
        maxLength={textLimits.deadlines.courtDay}
        error={isTried && name.trim() === '' ? words.needsName : null}
      />
      <RadioGroup
        label={words.kind}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'closed', label: words.closed, description: words.closedHelp },
          { value: 'holiday', label: words.holiday, description: words.holidayHelp },
        ]}
      />
      <TextField
        label={words.note}
        description={words.noteHelp}
        value={note}
        onChange={setNote}
        maxLength={textLimits.deadlines.courtDayNote}
      />
      <div>
        <Button type="submit">{words.add}</Button>
      </div>
    </form>
  );
}
