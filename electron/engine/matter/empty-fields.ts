import { courtCited } from '../../../shared/domain/court-citation.ts';
import { courtZone, courtZones } from '../../../shared/domain/court-zone.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { MatterFields } from '../../../shared/model/matter.ts';

/** Defaults for the fields of a new matter. */
export const emptyFields: MatterFields = {
  title: '',
  court: '',
  number: '',
  judge: '',
  timezone: 'America/Los_Angeles',
};

/**
 * The fields of a new matter: those given, and for a court the time zone in which its deadlines are counted. A court whose
 * zone is not known, such as a state court, needs it to be given: a guess could put every deadline at the wrong hour.
 *
 * @throws AppError INVALID_INPUT
 * @example newFields({ title: 'Fairwater LLC v. Northgate Hosting, Inc.', court: 'nysd' }).timezone // 'America/New_York'
 */
export function newFields(said: Partial<MatterFields>): MatterFields {
  const given = withCourtCode(said);
  const court = (given.court ?? '').trim().toLowerCase();
  const timezone = given.timezone ?? (court === '' ? emptyFields.timezone : courtZone(court));
  if (timezone === null) throw zoneNeeded(court);
  return { ...emptyFields, ...given, timezone };
}

/** A matter's fields with the court's code in place of the form in which lawyers cite it (W.D. Wash.). */
export function withCourtCode<T extends { readonly court?: string }>(fields: T): T {
  const code = courtCited(fields.court ?? '');
  return code === null ? fields : { ...fields, court: code };
}

function zoneNeeded(court: string): AppError {
  const two = courtZones(court);
  const message = two
    ? `the court “${court}” keeps two time zones; give the time zone of the courthouse, ${two.join(' or ')}`
    : `the court “${court}” is not known; check its code, which is written like nysd, or give its time zone too`;
  return new AppError('INVALID_INPUT', { summary: message, issues: [{ path: 'fields.timezone', message }] });
}
