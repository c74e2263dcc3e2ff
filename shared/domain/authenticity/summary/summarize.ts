import type { MessageCount, Summary, SummaryRow, SummaryTotal } from '../../../model/authenticity.ts';
import type { EvidenceItem } from '../../../model/evidence.ts';
import { formatCount, formatNumber } from '../../amounts.ts';
import { claimedDays } from '../../evidence/claimed.ts';
import { groupOf } from '../../evidence/kind-groups.ts';
import { kindWords } from '../../evidence/kind-words.ts';
import { mediaClock } from '../../evidence/media-clock.ts';
import { describeFile } from '../certified-item.ts';

/** An item of a summary, and what the matter holds about it. */
export interface SummarizedItem {
  readonly item: Pick<
    EvidenceItem,
    | 'id'
    | 'sha256'
    | 'kind'
    | 'title'
    | 'originalName'
    | 'pages'
    | 'sizeBytes'
    | 'custodian'
    | 'isArchived'
    | 'privilege'
    | 'claimedAt'
    | 'claimedFrom'
    | 'claimedTo'
    | 'parentIds'
    | 'batesSeen'
    | 'docketNumbers'
  >;
  /** Where it is an exhibit that is not withdrawn. */
  readonly exhibits: readonly { readonly label: string; readonly setName: string }[];
  /** Bates numbers of the matter's own ledger, by prefix. */
  readonly numbers: readonly string[];
  /** Of a recording, as the file says; null where it says nothing. */
  readonly durationMs: number | null;
  /** What a mail calls itself, the same in each copy; null of other items. */
  readonly messageId: string | null;
  /** As a mail or a file states it. */
  readonly subject: string | null;
  /** What somebody typed that it shows; empty where nobody did. */
  readonly shows: string;
  /** Recorded facts that cite it, each with its cites of the item. */
  readonly facts: readonly { readonly text: string; readonly cites: readonly string[] }[];
}

/** An item with its day in the court's zone; empty where the file states none. */
type DatedItem = SummarizedItem & { readonly day: string };

/**
 * Items by date, those without a date last, each with the content of every column of a summary, and with totals.
 * The same items give the same summary, in whatever order they come.
 *
 * @param timeZone the court's IANA zone
 * @see Fed. R. Evid. 1006
 */
export function summarize(items: readonly SummarizedItem[], timeZone: string): Summary {
  const dayOf = claimedDays(timeZone);
  const dated = items
    .map((one): DatedItem => ({ ...one, day: one.item.claimedAt === null ? '' : dayOf(one.item.claimedAt) }))
    .toSorted(byDate);
  const messages = dated.filter(({ item }) => groupOf(item.kind) === 'mail');
  const sets = new Set(dated.flatMap(({ exhibits }) => exhibits.map(({ setName }) => setName)));
  return {
    rows: dated.map((one) => rowOf(one, sets.size > 1)),
    setName: sets.size === 1 ? [...sets][0]! : null,
    totals: totalsOf(dated, messages.length),
    bySender: countSenders(messages),
    byMonth: countMonths(messages),
    toCheck: toCheck(dated),
  };
}

function byDate(one: DatedItem, other: DatedItem): number {
  return (
    Number(one.day === '') - Number(other.day === '') ||
    compare(one.day, other.day) ||
    instantOf(one) - instantOf(other) ||
    compare(one.item.originalName, other.item.originalName) ||
    compare(one.item.id, other.item.id)
  );
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** Within its day; a time without a stated zone comes before the others. */
function instantOf({ item: { claimedAt } }: DatedItem): number {
  return claimedAt !== null && /T.*(Z|[+-]\d\d:?\d\d)$/.test(claimedAt) ? Date.parse(claimedAt) : 0;
}

/** @param namesSet whether labels alone would leave open which set they are of */
function rowOf(
  { item, exhibits, numbers, durationMs, subject, shows, facts, day }: DatedItem,
  namesSet: boolean,
): SummaryRow {
  return {
    id: item.id,
    name: item.originalName,
    file: describeFile(item),
    cells: {
      exhibit: exhibits.map(({ label, setName }) => (namesSet ? `${label} (${setName})` : label)).join('; '),
      bates: batesOf({ item, numbers }),
      docket: item.docketNumbers.join(', '),
      date: courtDate(day),
      from: item.claimedFrom ?? '',
      to: item.claimedTo ?? '',
      subject: subject ?? '',
      title: item.title,
      kind: kindWords[item.kind],
      length: lengthOf(item.pages, durationMs),
      custodian: item.custodian,
      sha256: item.sha256,
      shows,
      facts: facts
        .map(({ text, cites }) => (cites.length === 0 ? text : `${text} (${cites.join('; ')})`))
        .join('\n'),
    },
  };
}

/** The matter's own numbers; where it gave none, those printed on the pages. */
function batesOf({ item, numbers }: Pick<SummarizedItem, 'item' | 'numbers'>): string {
  return numbers.length > 0 ? numbers.join(', ') : (item.batesSeen ?? '');
}

function lengthOf(pages: number | null, durationMs: number | null): string {
  if (durationMs !== null) return mediaClock(durationMs);
  return pages === null ? '' : formatCount(pages, 'page');
}

/** As dockets print days. @example courtDate('2021-01-09') // '01/09/2021' */
function courtDate(day: string): string {
  const [year, month, date] = day.split('-');
  return day === '' ? '' : `${month}/${date}/${year}`;
}

function totalsOf(dated: readonly DatedItem[], messages: number): SummaryTotal[] {
  const days = dated.flatMap(({ day }) => (day === '' ? [] : [day]));
  const counted = dated.flatMap(({ item: { pages } }) => pages ?? []);
  const recordings = dated.filter(({ item }) => groupOf(item.kind) === 'media');
  const played = recordings.flatMap(({ durationMs }) => durationMs ?? []);
  const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);
  const without = dated.length - days.length;
  const between =
    days[0] === days.at(-1)
      ? courtDate(days[0] ?? '')
      : `${courtDate(days[0]!)} to ${courtDate(days.at(-1)!)}`;
  return [
    { label: 'Items', words: formatNumber(dated.length) },
    {
      label: 'Dates',
      words: [between, without > 0 ? `${formatCount(without, 'item')} without a date` : '']
        .filter((part) => part !== '')
        .join('; '),
    },
    ...(counted.length > 0
      ? [
          {
            label: 'Pages',
            words: `${formatNumber(sum(counted))}, in ${formatCount(counted.length, 'item')} with pages`,
          },
        ]
      : []),
    ...(recordings.length > 0
      ? [
          {
            label: 'Playing time',
            words: `${mediaClock(sum(played))}, in ${played.length === recordings.length ? '' : `${formatNumber(played.length)} of `}${formatCount(recordings.length, 'recording')}`,
          },
        ]
      : []),
    ...(messages > 0 ? [{ label: 'Messages', words: formatNumber(messages) }] : []),
  ];
}

/** One address is one sender, under whatever names; it is called as in its first message. */
function countSenders(messages: readonly DatedItem[]): MessageCount[] {
  const bySender = Map.groupBy(messages, ({ item: { claimedFrom } }) => senderKey(claimedFrom ?? ''));
  return [...bySender.values()]
    .map((sent) => ({ of: sent[0]!.item.claimedFrom || 'No sender stated', messages: sent.length }))
    .toSorted((one, other) => other.messages - one.messages || compare(one.of, other.of));
}

function senderKey(from: string): string {
  const addresses = from.match(/[^\s<>(),;:"]+@[^\s<>(),;:"]+/g) ?? [];
  return (addresses.length === 1 ? addresses[0]! : from.trim()).toLowerCase();
}

const monthName = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' });

function countMonths(messages: readonly DatedItem[]): MessageCount[] {
  return [...Map.groupBy(messages, ({ day }) => day.slice(0, 7))].map(([month, sent]) => ({
    of: month === '' ? 'No date stated' : monthName.format(Date.parse(`${month}-01`)),
    messages: sent.length,
  }));
}

function toCheck(dated: readonly DatedItem[]): string[] {
  const chosen = new Set(dated.map(({ item }) => item.id));
  const seen = new Set<string>();
  const counts: readonly (readonly [test: (one: DatedItem) => boolean, one: string, many: string])[] = [
    [
      ({ item }) => item.privilege !== null && item.privilege !== 'none',
      'is marked as privileged; Rule 1006(b) has the underlying items made available to the other parties.',
      'are marked as privileged; Rule 1006(b) has the underlying items made available to the other parties.',
    ],
    [({ item }) => item.isArchived, 'is archived.', 'are archived.'],
    [
      ({ item }) => item.parentIds.some((id) => chosen.has(id)),
      'came inside another item of the summary; both are counted.',
      'came inside other items of the summary; both are counted.',
    ],
    [
      ({ messageId }) => messageId !== null && (seen.has(messageId) || !seen.add(messageId)),
      'is a second copy of a message of the summary; both are counted.',
      'are further copies of messages of the summary; all are counted.',
    ],
    [
      ({ item, day }) => day !== '' && groupOf(item.kind) !== 'mail',
      'is dated by its file alone: when it was made, taken or last saved. Compare that with what it says.',
      'are dated by their files alone: when they were made, taken or last saved. Compare that with what they say.',
    ],
    [({ day }) => day === '', 'states no date, and stands last.', 'state no date, and stand last.'],
  ];
  return counts.flatMap(([test, one, many]) => {
    const count = dated.filter(test).length;
    return count === 0 ? [] : [`${formatCount(count, 'item')} ${count === 1 ? one : many}`];
  });
}
