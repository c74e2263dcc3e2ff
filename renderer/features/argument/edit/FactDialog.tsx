import { X } from 'lucide-react';
import { useState } from 'react';
import { factDateText, parseFactDate } from '../../../../shared/domain/argument/fact-date.ts';
import { mediaClock } from '../../../../shared/domain/evidence/media-clock.ts';
import { hasPages } from '../../../../shared/domain/evidence/kind-groups.ts';
import { disputeWords } from '../../../../shared/domain/argument/tables.ts';
import type { Element, Fact, FactFields, PinCiteFields } from '../../../../shared/model/argument.ts';
import type { EvidenceKind } from '../../../../shared/model/evidence.ts';
import { writeTypedMoment } from '../../../../shared/domain/typed-moment.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';
import {
  courtNow,
  fieldErrors,
  messageOf,
  useEngineMutation,
  useEngineQuery,
  useMatter,
  zoneLettersOf,
} from '../../../client/index.ts';
import {
  DayPicker,
  Dialog,
  ErrorLine,
  IconButton,
  Select,
  TextArea,
  TextField,
  buttonWords,
} from '../../../ui/index.ts';
import { factWords as words, words as areaWords } from '../words.ts';
import type { NewFact } from '../argument-dialogs.ts';
import { BearingChoices } from './BearingChoices.tsx';

interface FactDialogProps {
  /** The fact to edit; null to add one. */
  readonly fact: Fact | null;
  readonly given?: NewFact;
  readonly elements: readonly Element[];
  readonly onClose: () => void;
}

const limits = textLimits.argument;
/** Fields that show their own errors. */
const shownFields: ReadonlySet<string> = new Set(['text', 'date', 'allegation', 'note']);

/** The words of the places, from which the statement is made. */
function quotedIn(places: readonly PinCiteFields[]): string {
  return places
    .map(({ anchor }) => anchor.quote)
    .join(' ')
    .slice(0, limits.fact);
}

/** One fact: what is said, when it happened, whether it is disputed, and what it bears on. */
export function FactDialog(props: FactDialogProps) {
  const { fact, given: { places = [], pleaded, bearing } = {}, elements, onClose } = props;
  const { timezone } = useMatter();
  const [fields, setFields] = useState<Omit<FactFields, 'date'>>({
    text: pleaded?.text ?? quotedIn(places),
    dispute: 'unknown',
    allegation: pleaded?.allegation ?? '',
    note: '',
    bearings: bearing ? [bearing] : [],
    ...fact,
  });
  const { text, dispute, allegation, note, bearings } = fields;
  const change = (changed: Partial<typeof fields>) => setFields({ ...fields, ...changed });
  const [when, setWhen] = useState(fact?.date ? factDateText(fact.date, timezone) : '');
  const [cited, setCited] = useState(places);
  const [isTried, setIsTried] = useState(false);
  const options = { errors: 'inline' as const, onSuccess: onClose };
  const add = useEngineMutation('argument.fact.add', { ...options, undoMessage: () => areaWords.added });
  const update = useEngineMutation('argument.fact.update', {
    ...options,
    undoMessage: () => areaWords.changed,
  });
  const error = add.error ?? update.error;
  const refused = fieldErrors(error);
  const names = Object.keys(refused);
  const isSaidBeside = names.length > 0 && names.every((name) => shownFields.has(name));
  const isBusy = add.isPending || update.isPending;
  const today = courtNow(timezone, Date.now()).slice(0, 10);
  const date = when.trim() === '' ? null : parseFactDate(when, today, zoneLettersOf(timezone));
  const isUnreadable = when.trim() !== '' && date === null;

  const submit = () => {
    setIsTried(true);
    if (text.trim() === '' || isUnreadable) return;
    const entered = { text, date, dispute, allegation, note, bearings };
    if (fact) update.mutate({ id: fact.id, fields: entered });
    else add.mutate({ fields: entered, pinCites: [...cited] });
  };
  return (
    <Dialog
      title={fact ? words.editTitle : words.addTitle}
      width="large"
      onClose={onClose}
      onSubmit={submit}
      isBusy={isBusy}
      submitLabel={fact ? buttonWords.save : words.add}
    >
      <TextArea
        label={words.text}
        value={text}
        onChange={(next) => change({ text: next })}
        rows={3}
        maxLength={limits.fact}
        isRequired
        autoFocus
        description={words.textHelp}
        error={isTried && text.trim() === '' ? words.textMissing : refused['text']}
      />
      {cited.length > 0 && <Places places={cited} onChange={setCited} />}
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
        <DayPicker
          day={date?.kind === 'on' && date.from.length === 10 ? date.from : null}
          onPick={(day) => setWhen(writeTypedMoment(day))}
        >
          {(button) => (
            <TextField
              label={words.date}
              value={when}
              onChange={setWhen}
              description={date === null ? words.dateHelp : factDateText(date, timezone)}
              error={isTried && isUnreadable ? words.dateUnreadable : refused['date']}
              button={button}
            />
          )}
        </DayPicker>
        <div className="grid grid-cols-2 items-start gap-3">
          <Select
            label={words.dispute}
            value={dispute}
            onChange={(next) => change({ dispute: next })}
            options={(['unknown', 'undisputed', 'disputed'] as const).map((value) => ({
              value,
              label: disputeWords[value],
            }))}
          />
          <TextField
            label={words.allegation}
            value={allegation}
            onChange={(next) => change({ allegation: next })}
            maxLength={limits.allegation}
            placeholder="Compl. ¶ 14"
            error={refused['allegation']}
          />
        </div>
      </div>
      <BearingChoices
        elements={elements}
        value={bearings}
        onChange={(next) => change({ bearings: [...next] })}
      />
      <TextArea
        label={words.note}
        value={note}
        onChange={(next) => change({ note: next })}
        rows={2}
        maxLength={limits.note}
        error={refused['note']}
      />
      {error && !isSaidBeside && <ErrorLine>{messageOf(error)}</ErrorLine>}
    </Dialog>
  );
}

function Places(props: {
  readonly places: readonly PinCiteFields[];
  readonly onChange: (places: readonly PinCiteFields[]) => void;
}) {
  const { places, onChange } = props;
  const { id: matterId } = useMatter();
  const ids = [...new Set(places.map(({ evidenceId }) => evidenceId))];
  const items = useEngineQuery('evidence.rows', { matterId, ids }).data;
  return (
    <section aria-label={words.cites} className="flex flex-col gap-1">
      <h3 className="text-sm font-medium">{words.cites}</h3>
      <ul className="flex flex-col gap-1">
        {places.map((place, at) => {
          const { evidenceId, anchor } = place;
          const title = items?.find(({ id }) => id === evidenceId)?.title ?? '…';
          const where = placeName(title, items?.find(({ id }) => id === evidenceId)?.kind, anchor);
          return (
            <li key={at} className="flex items-start gap-2 rounded-md border border-line bg-sunken px-2 py-1">
              <span className="min-w-0 grow">
                <span className="block truncate font-medium">{where}</span>
                {anchor.quote !== '' && (
                  <span dir="auto" className="line-clamp-2 text-sm text-ink-soft">
                    “{anchor.quote}”
                  </span>
                )}
              </span>
              <IconButton
                label={words.removeCite(where)}
                icon={<X />}
                size="small"
                onPress={() => onChange(places.toSpliced(at, 1))}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Where a place is, in the words of its item: parts of mails and texts are not pages, and usually there is only one. */
function placeName(
  title: string,
  kind: EvidenceKind | undefined,
  { page, atMs }: PinCiteFields['anchor'],
): string {
  if (atMs !== null) return `${title}, at ${mediaClock(atMs)}`;
  if (page === null) return title;
  if (kind === undefined || hasPages(kind)) return `${title}, p. ${page}`;
  return page === 1 ? title : `${title}, part ${page}`;
}
