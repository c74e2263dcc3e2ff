import { formatDollars } from '../../../../shared/domain/tro/dollars.ts';
import { setTimes } from '../../../../shared/domain/tro/set-times.ts';
import type { TroEvent } from '../../../../shared/model/tro.ts';
import { formatMoment } from '../../../client/index.ts';
import { eventsWords as words, recordWords, serviceWords } from '../words.ts';

/**
 * What an event says besides its moment, one line for each thing.
 *
 * @param timezone the court's IANA zone
 * @example describeDetails(schedule, zone) // ['Response by: Tue, Jan 12, 2021, 5:00 PM PST', …]
 */
export function describeDetails({ details }: Pick<TroEvent, 'details'>, timezone: string): readonly string[] {
  const { service, isWithNotice, securityUsd, isByConsent, noticeHours } = details;
  const lines = setTimes.flatMap((key) => {
    const at = details[key];
    return at === null ? [] : [`${recordWords[key]}: ${formatMoment(at, timezone)}`];
  });
  if (service !== null) lines.push(serviceWords[service]);
  if (isWithNotice !== null) lines.push(isWithNotice ? words.withNotice : words.withoutNotice);
  if (securityUsd !== null)
    lines.push(securityUsd === 0 ? words.noSecurity : words.securityOf(formatDollars(securityUsd)));
  if (isByConsent !== null) lines.push(isByConsent ? words.consent : words.goodCause);
  if (noticeHours !== null) lines.push(words.hours(noticeHours));
  return lines;
}
