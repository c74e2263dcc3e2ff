import { formatMoment } from '../../../../../shared/domain/court-words.ts';
import { courtZone, courtZones } from '../../../../../shared/domain/court-zone.ts';
import { onCourtClock, zoneForm } from '../../../../../shared/domain/deadlines/reading/index.ts';
import { instantOf, momentAt } from '../../../../../shared/domain/deadlines/time/index.ts';
import type { CourtMoment } from '../../../../../shared/model/court-time.ts';
import type { DocketWarning } from '../../../../../shared/model/docket.ts';
import { foldSpace } from '../printed/html-text.ts';
import { greenwichOf, isoDateOf, minuteOf } from '../printed/printed-dates.ts';
import { docketWarning } from '../warning.ts';

/** When a notice's transaction was filed and entered, on the court's clock. */
export interface Times {
  readonly filedOn: string | null;
  readonly enteredOn: string | null;
  readonly enteredAt: string | null;
}

/** Whose clock a notice is read on. */
interface Clock {
  /** The court's code; empty where not known. */
  readonly court: string;
  /** See `NoticeMail`. */
  readonly timezone: string | undefined;
  /** Where to report a time that was not taken as printed, or may be in another zone. */
  readonly warnings: DocketWarning[];
}

/** "-0500", "UTC-05:00" */
const offset = String.raw`(?:(?:UTC|GMT) ?)?[-+\u2212]\d{1,2}(?::?\d{2})?\b`;
const entry = new RegExp(
  String.raw`\b(?:entered|edited|modified|updated|corrected|received)\b.{0,400}?\bon (\d{1,2}/\d{1,2}/\d{4})(?:,? (?:at )?(\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]\.?M\b\.?)?)(?: ?\(?(${offset}|${zoneForm}))?)?`,
  'i',
);

/**
 * Reads "entered by … on 8/9/2021 at 11:53 AM CDT and filed on 8/9/2021". Courts print their own clock, which is kept; a time
 * printed in another zone is converted to it and reported. The day of filing is what the court says it is.
 */
export function timesOf(transaction: string, clock: Clock): Times {
  const text = foldSpace(transaction).slice(0, 1_000);
  const filedOn = isoDateOf(/\bfiled on (\d{1,2}\/\d{1,2}\/\d{4})/i.exec(text)?.[1] ?? '');
  const [, day = '', time = '', printedZone] = entry.exec(text.replace(/\bfiled on .*/i, '')) ?? [];
  const enteredOn = isoDateOf(day);
  const printed = minuteOf(enteredOn, time);
  if (printed === null || printedZone === undefined) return { filedOn, enteredOn, enteredAt: printed };
  const enteredAt = taken(printed, printedZone, `${day} at ${time} ${printedZone}`, clock);
  return { filedOn, enteredOn: enteredAt.slice(0, 10), enteredAt };
}

function taken(
  at: CourtMoment,
  printedZone: string,
  printed: string,
  { court, timezone, warnings }: Clock,
): CourtMoment {
  const two = courtZones(court);
  const ofMatter =
    timezone !== undefined && two?.some((one) => instantOf(at, one) === instantOf(at, timezone));
  const zone = courtZone(court) ?? (ofMatter ? timezone : undefined);
  if (zone === undefined) {
    if (two !== null) warnings.push(docketWarning('DOCKET_TIME_ZONE_UNSETTLED', { printed }, printed));
    return at;
  }
  const greenwich = greenwichOf(at, printedZone);
  const here =
    greenwich === null ? onCourtClock(at, printedZone, zone).at : momentAt(`${greenwich}:00Z`, zone);
  if (here !== at) {
    const details = { printed, at: formatMoment(here, zone) };
    warnings.push(docketWarning('DOCKET_TIME_OTHER_ZONE', details, printed));
  }
  return here;
}
