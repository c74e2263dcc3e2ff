import type { TimeStep } from '../../../model/time-counting.ts';
import type { DayNumber } from './clock/day.ts';
import type { DayOff, DaysOff } from './days-off.ts';
import { printMoment, type Moment } from './clock/moment.ts';

/** The path from an event to the end of its period, step by step: each begins where the one before it ended. */
export class Path {
  readonly steps: TimeStep[] = [];
  /** Holidays and weekend days that were skipped: what the result rests on. */
  readonly passed: DayOff[] = [];
  /** Days that were, at some point, the last day. */
  readonly landings: DayNumber[] = [];
  #at: Moment;

  constructor(from: Moment) {
    this.#at = from;
  }

  /** Its current end. */
  get at(): Moment {
    return this.#at;
  }

  /** Goes on to a moment. */
  go(kind: TimeStep['kind'], to: Moment, why: string, cite: string): void {
    this.steps.push({ kind, from: printMoment(this.#at), to: printMoment(to), why, cite });
    this.#at = to;
  }

  /**
   * Skips days off, one step each, keeping the clock reading.
   *
   * @param sign 1 for later days, -1 for earlier
   * @param cite the rule for a day off of a given paragraph of 6(a)(6)
   */
  roll(off: DaysOff, sign: 1 | -1, cite: (paragraph: string) => string): void {
    for (let day = off(this.#at.day); day; day = off(this.#at.day)) this.pass(day, sign, cite(day.paragraph));
    this.landings.push(this.#at.day);
  }

  /** Skips one day off. */
  pass(off: DayOff, sign: 1 | -1, cite: string): void {
    const to = { ...this.#at, day: this.#at.day + sign };
    this.passed.push(off);
    this.go('roll', to, `${off.text}: ${sign > 0 ? 'on to the next day' : 'back to the day before'}.`, cite);
  }
}
