import { courtCited } from '../../../shared/domain/court-citation.ts';
import { courtZone, courtZones } from '../../../shared/domain/court-zone.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { MatterFields } from '../../../shared/model/matter.ts';

/** What a new matter says where nobody said anything yet. */
export const emptyFields: MatterFields = {
  title: '',
  court: '',
  number: '',
  judge: '',
  timezone: 'America/Los_Angeles',
};

/**
 * What a new matter says: what was given, and with a court the zone it keeps, which deadlines are counted in. A court whose clock
 * is not known, such as a state's, needs its zone said: a guess would put every deadline at a wrong hour.
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

/** Fields of a matter whose court, where it is cited as lawyers do (W.D. Wash.), is named by its code. */
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
