/** A legal holiday on a day, as Rule 6(a)(6) means it. */
export interface Holiday {
  /** As the statute names it, with "(observed)" where another day is kept: "Independence Day (observed)". */
  readonly name: string;
  /** `federal` counts both ways; `state` and `added` state closings only for periods after an event. */
  readonly authority: 'federal' | 'state' | 'added';
  /** Two-letter code where `authority` is `state`. */
  readonly state: string | null;
  /** Statute, proclamation or the person's note: "5 U.S.C. § 6103(a)", "RCW 1.16.050". */
  readonly cite: string;
  /** Whether the statute itself was read, or another source that states it, or neither. */
  readonly confidence: 'confirmed' | 'secondary' | 'unverified';
}

/** The legal holidays of one court. */
export interface Holidays {
  /**
   * The holiday on a day; null where it is none. Where several laws name the day, the federal one is given before an added one, that
   * before a state's, and of a state's the best confirmed.
   *
   * @param on ISO date
   * @param isForward whether the period runs after an event: only then do state holidays count, Rule 6(a)(6)(C)
   * @param isCounted passes over a holiday where it says no, to another of the same day
   */
  find(on: string, isForward: boolean, isCounted?: (holiday: Holiday) => boolean): Holiday | null;
}
