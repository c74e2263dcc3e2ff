import { kindGroups } from '../../evidence/kind-groups.ts';

/** Fields whose value is one of a few words; several may be given with commas. */
export const fieldValues = {
  kind: [...new Set([...Object.keys(kindGroups), ...Object.values(kindGroups).flat()])],
  has: ['text', 'ocr', 'problems', 'attachments', 'exhibit', 'docket', 'note', 'duplicates'],
  is: ['reviewed', 'flagged', 'archived', 'ocr'],
  in: ['evidence', 'docket', 'facts', 'notes', 'mail', 'title'],
  relevance: ['0', '1', '2', '3', 'none', 'low', 'relevant', 'key', 'hot'],
} as const;

/** Fields of which a part is enough: "from:ann" finds "Ann Lee <ann@example.com>". */
export const textFields = [
  'from',
  'to',
  'cc',
  'subject',
  'author',
  'custodian',
  'source',
  'tag',
  'issue',
  'exhibit',
  'docket',
  'bates',
  'name',
  'title',
] as const;

/** Fields that take a day. */
export const dateFields = ['date', 'before', 'after'] as const;

export type ListedField = keyof typeof fieldValues;
export type TextField = (typeof textFields)[number];
export type DateField = (typeof dateFields)[number];
export type FieldName = ListedField | TextField | DateField;

const names: ReadonlySet<string> = new Set([...Object.keys(fieldValues), ...textFields, ...dateFields]);

/** The field a word before a colon names, in any case; null when it is just a word with a colon. */
export function findField(word: string): FieldName | null {
  const name = word.toLowerCase();
  return names.has(name) ? (name as FieldName) : null;
}

/** Whether a field takes only the values listed for it. */
export function isListedField(field: FieldName): field is ListedField {
  return Object.hasOwn(fieldValues, field);
}

/** Whether a field takes a day. */
export function isDateField(field: FieldName): field is DateField {
  return (dateFields as readonly string[]).includes(field);
}

/** Days from and to, both included; null where open. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * The days a value names: a day, a month, a year, or two of them with ".." between; either side may be left open.
 *
 * @returns null when it is no date
 * @example parseDayRange('2021-01') // { from: '2021-01-01', to: '2021-01-31' }
 * @example parseDayRange('1/8/2021..') // { from: '2021-01-08', to: null }
 */
export function parseDayRange(value: string): DayRange | null {
  const [first = '', last, more] = value.split('..');
  if (more !== undefined) return null;
  if (last === undefined) return parseSpan(first);
  const from = first === '' ? null : parseSpan(first);
  const to = last === '' ? null : parseSpan(last);
  if ((first !== '' && from === null) || (last !== '' && to === null)) return null;
  if (from === null && to === null) return null;
  return { from: from?.from ?? null, to: to?.to ?? null };
}

function parseSpan(value: string): DayRange | null {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value);
  const [year, month, day] = american
    ? [american[3], american[1], american[2]]
    : (/^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value)?.slice(1) ?? []);
  if (year === undefined) return null;
  const first = isoDay(Number(year), Number(month ?? 1), Number(day ?? 1));
  if (first === null) return null;
  if (day !== undefined) return { from: first, to: first };
  const lastMonth = Number(month ?? 12);
  const lastDay = new Date(Date.UTC(Number(year), lastMonth, 0)).getUTCDate();
  return { from: first, to: isoDay(Number(year), lastMonth, lastDay) };
}

function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1000) return null;
  return date.toISOString().slice(0, 10);
}
