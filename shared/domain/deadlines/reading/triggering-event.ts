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

/** An entry with its words one space apart: mail wraps its lines, and sheets put two spaces behind a sentence. */
export const withEvenSpaces = <T extends EventEntry>(entry: T): T => ({
  ...entry,
  text: evenSpaces(entry.text),
  shortText: evenSpaces(entry.shortText),
});

/** Words one space apart. */
export const evenSpaces = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();
