import type { Holiday } from './holiday.ts';

type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
type Month = 'jan' | 'feb' | 'mar' | 'apr' | 'may' | 'jun' | 'jul' | 'aug' | 'sep' | 'oct' | 'nov' | 'dec';
type DayOfMonth = `${Month} ${number}`;
type Ordinal = `${1 | 2 | 3 | 4 | 'last'} ${Weekday} ${Month}`;
/**
 * When a holiday falls, as statutes put it: a day of a month (`nov 11`), the nth weekday (`3 mon jan`, `last mon may`), the first
 * weekday after or before such a day (`fri after 4 thu nov`, `mon before may 1`), or days from Easter Sunday (`easter-2`, `easter+1`).
 */
export type DayRule =
  | DayOfMonth
  | Ordinal
  | `${Weekday} ${'after' | 'before'} ${DayOfMonth | Ordinal}`
  | `easter${'-' | '+'}${number}`;

/**
 * What is kept when the day falls on a weekend. `fri-mon`: Saturday's holiday on Friday, Sunday's on Monday. `mon`: only Sunday's,
 * on Monday. `mon-mon`: both on Monday. `fri`: only Saturday's, on Friday. `none`: no other day.
 */
export type Observance = 'fri-mon' | 'mon' | 'mon-mon' | 'fri' | 'none';

/** One holiday of one law, as the law puts it. */
export interface HolidayRow {
  readonly name: string;
  readonly on: DayRule;
  /** Absent: `none`. */
  readonly observed?: Observance;
  /** First year (`2006`) or day (`2021-06-17`) it was the law. */
  readonly from?: string;
  /** Last year or day it was the law. */
  readonly to?: string;
  /** Only in years that leave this remainder: [2, 0] in even years, [4, 1] after a presidential election. */
  readonly every?: readonly [years: number, remainder: number];
  /** Absent: the statute of the table. */
  readonly cite?: string;
  /**
   * Absent: `confirmed`, the statute was read and makes the day a holiday of the state. `secondary`: another source says so, or the statute
   * names the day while public offices stay open. `unverified`: neither.
   */
  readonly confidence?: Holiday['confidence'];
  /** Of the day kept for a weekend's holiday, where that is less sure than the holiday. */
  readonly keptConfidence?: Holiday['confidence'];
}

/** A day that a state's law names, and why it is not in the table. */
export interface DayLeftOut {
  readonly name: string;
  readonly reason: string;
}

/**
 * The days a state's law declares holidays beyond those of federal law, Rule 6(a)(6)(C): "any other day". Where state law keeps a
 * federal holiday on another day than federal law does, that is a row too. Rows are of the law since 2000.
 */
export interface StateTable {
  readonly state: string;
  /** The statute that lists the state's holidays, whether or not it adds any. */
  readonly statute: string;
  /** What was read, and how far it carries. */
  readonly source: string;
  readonly rows: readonly HolidayRow[];
  readonly leftOut?: readonly DayLeftOut[];
}
