import type { CourtMoment } from '../../../model/court-time.ts';
import type { DocketEntry } from '../../../model/docket.ts';
import type { TriggerEvent } from '../../../model/rule-pack.ts';

/** Something in a docket entry that a period runs from. */
export interface TriggeringEvent {
  readonly event: TriggerEvent;
  /** Null where it happened on a day the entry does not print: a return of service without its date. */
  readonly at: CourtMoment | null;
  /** The party served, where one entry has the same event for several; empty otherwise. */
  readonly party: string;
  /** Which of the entry's dates `at` is; `text` where the words themselves print it. */
  readonly basis: 'filedOn' | 'enteredOn' | 'text';
  /** The words it was read from. */
  readonly quote: string;
}

/** The part of an entry that events are read from. */
export type EventEntry = Pick<
  DocketEntry,
  'number' | 'attachment' | 'text' | 'shortText' | 'filedOn' | 'enteredOn' | 'enteredAt' | 'role'
>;

/** An event without its date, as the readers of one kind of paper find it. */
export interface FoundEvent {
  readonly event: TriggerEvent;
  readonly quote: string;
}

/** An entry with its words as they are read, see `evenWords`. */
export const withEvenWords = <T extends EventEntry>(entry: T): T => ({
  ...entry,
  text: evenWords(entry.text),
  shortText: evenWords(entry.shortText),
});

/** "Jan." before its day, "Fri." before its month: a point that ends no sentence. */
const pointOfMonth = /\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.\s?(?=\d)/gi;
const pointOfWeekday =
  /\b(mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.(?=,?\s(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))/gi;

/** Words one space apart, since mail wraps its lines and sheets put two behind a sentence; days and months without their point. */
export const evenWords = (words: string): string =>
  words.replaceAll(/\s+/g, ' ').trim().replaceAll(pointOfMonth, '$1 ').replaceAll(pointOfWeekday, '$1');
