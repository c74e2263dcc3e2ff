/**
 * What Fed. R. Civ. P. 5.2(a) wants redacted and a rule can find; and numbers by which a government, a hospital or a health plan names a person, or a
 * vehicle is named, some of which local rules add (W.D. Wash. LCR 5.2).
 */
export const identifierKinds = [
  'ssn',
  'taxpayer',
  'birthDate',
  'account',
  'passport',
  'driverLicense',
  'alien',
  'medicare',
  'health',
  'vehicle',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** A personal identifier in a text. Offsets are in UTF-16 units. */
export interface Identifier {
  readonly kind: IdentifierKind;
  readonly start: number;
  readonly end: number;
  /** The part that Rule 5.2(a) lets stay: the last four digits, the year of birth. Local rules may let nothing stay. */
  readonly keep: { readonly start: number; readonly end: number } | null;
  /** Whether its form, its check digits or the words beside it leave no other reading. */
  readonly certainty: 'certain' | 'likely';
}
