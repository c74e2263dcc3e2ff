import type { IdentifierKind } from './identifier.ts';

/** What each kind of identifier is called within a sentence. */
export const identifierWords: Readonly<Record<IdentifierKind, string>> = {
  ssn: 'Social Security number',
  taxpayer: 'taxpayer number',
  birthDate: 'date of birth',
  account: 'account or card number',
  passport: 'passport number',
  driverLicense: 'driver’s license number',
  alien: 'alien registration number',
  medicare: 'Medicare number',
  health: 'patient’s or health plan member’s number',
  vehicle: 'vehicle identification number',
};
