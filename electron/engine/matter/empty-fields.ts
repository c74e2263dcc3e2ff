import { courtZone } from '../../../shared/domain/court-zone.ts';
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
 * What a new matter says: what was given, and with a court the zone it keeps, which deadlines are counted in.
 *
 * @example newFields({ title: 'Fairwater LLC v. Northgate Hosting, Inc.', court: 'nysd' }).timezone // 'America/New_York'
 */
export function newFields(given: Partial<MatterFields>): MatterFields {
  const timezone = courtZone((given.court ?? '').trim().toLowerCase()) ?? emptyFields.timezone;
  return { ...emptyFields, timezone, ...given };
}
