import type { Holiday } from './holiday.ts';

/** A day on which the President closed the executive branch's offices. */
export interface PresidentialClosing {
  readonly on: string;
  readonly name: string;
  readonly cite: string;
  /** Whether the order was read, or a source that reports it, or neither. */
  readonly confidence: Holiday['confidence'];
}

const christmas = 'Closing about Christmas';

/**
 * Whole days on which executive orders closed federal offices since 2001; half days are not here. The numbers of
 * orders that are not confirmed are other sources', or were not looked up. The orders speak to executive departments and
 * agencies, so whether such a day is one "declared a holiday by the President", Rule 6(a)(6)(B), is not settled: Latham v. Dominick's
 * Finer Foods, 149 F.3d 673 (7th Cir. 1998), found it no such day and excluded it because the court itself was closed. So no
 * calendar counts them until a person adds the day.
 */
export const presidentialClosings: readonly PresidentialClosing[] = [
  { on: '2001-12-24', name: christmas, cite: 'Exec. Order 13238', confidence: 'secondary' },
  { on: '2003-12-26', name: christmas, cite: 'Exec. Order 13320', confidence: 'unverified' },
  {
    on: '2004-06-11',
    name: 'National Day of Mourning for Ronald Reagan',
    cite: 'Exec. Order 13343',
    confidence: 'secondary',
  },
  {
    on: '2007-01-02',
    name: 'National Day of Mourning for Gerald R. Ford',
    cite: 'Exec. Order 13421',
    confidence: 'confirmed',
  },
  { on: '2007-12-24', name: christmas, cite: 'Exec. Order 13453', confidence: 'confirmed' },
  { on: '2008-12-26', name: christmas, cite: 'Exec. Order 13482', confidence: 'unverified' },
  { on: '2012-12-24', name: christmas, cite: 'Exec. Order 13633', confidence: 'secondary' },
  { on: '2014-12-26', name: christmas, cite: 'Exec. Order 13682', confidence: 'confirmed' },
  {
    on: '2018-12-05',
    name: 'National Day of Mourning for George H. W. Bush',
    cite: 'Exec. Order 13852',
    confidence: 'confirmed',
  },
  { on: '2018-12-24', name: christmas, cite: 'Exec. Order 13854', confidence: 'confirmed' },
  { on: '2019-12-24', name: christmas, cite: 'Exec. Order 13900', confidence: 'confirmed' },
  { on: '2020-12-24', name: christmas, cite: 'Exec. Order of December 11, 2020', confidence: 'secondary' },
  { on: '2024-12-24', name: christmas, cite: 'Exec. Order 14129', confidence: 'secondary' },
  {
    on: '2025-01-09',
    name: 'National Day of Mourning for James Earl Carter, Jr.',
    cite: 'Exec. Order 14133',
    confidence: 'confirmed',
  },
  { on: '2025-12-24', name: christmas, cite: 'Exec. Order 14371', confidence: 'secondary' },
  { on: '2025-12-26', name: christmas, cite: 'Exec. Order 14371', confidence: 'secondary' },
];

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
