/** A day on which the President closed the executive branch's offices. */
export interface PresidentialClosing {
  readonly on: string;
  readonly name: string;
  readonly cite: string;
  readonly confidence: 'confirmed' | 'secondary' | 'unverified';
}

/**
 * Days on which executive orders closed federal offices. The orders speak to executive departments and agencies; whether such a day is one
 * "declared a holiday by the President", Rule 6(a)(6)(B), is not settled and courts say so one by one. So no calendar counts
 * them until a person adds the day.
 */
export const presidentialClosings: readonly PresidentialClosing[] = [];

const byDay = new Map(presidentialClosings.map((closing) => [closing.on, closing]));

/**
 * The President's closing on a day, to warn with; null on other days.
 *
 * @param on ISO date
 * @example closingOn('2025-01-09')?.name // 'National Day of Mourning for James Earl Carter, Jr.'
 */
export function closingOn(on: string): PresidentialClosing | null {
  return byDay.get(on) ?? null;
}
