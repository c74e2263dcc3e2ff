import { DocketHeader, DocketParty } from '../../../../../shared/model/docket.ts';
import { blankHeader } from '../../../../../shared/domain/docket/blank.ts';
import { courtOfName } from '../printed/court-code.ts';
import { parseHtml } from '../printed/html.ts';
import { foldSpace } from '../printed/html-text.ts';
import { isoDateOf } from '../printed/printed-dates.ts';
import { readAppellateParties } from '../sheet/appellate-parties.ts';
import { courtDayOf } from './greenwich.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether JSON is an object, and neither a list nor null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const OwnHeader = DocketHeader.partial();
const OwnParties = DocketParty.array();

/** The header that an object's keys say, in our own names or in those other programs use. */
export function headerOfJson(said: JsonObject): DocketHeader {
  const own = OwnHeader.safeParse(said);
  const text = (...keys: string[]) => {
    for (const key of keys) {
      const value = said[key];
      if (typeof value === 'string' || typeof value === 'number') return foldSpace(String(value));
    }
    return '';
  };
  const named = isObject(said['court']) ? lineOf(said['court']['name']) : text('court');
  const courts = [named, text('court_id')];
  // A court may be given by its name, or by the address of another site's record.
  const courtName = courts.find((one) => /[ .]/.test(one) && !/[/:]/.test(one)) ?? '';
  const court = courts.find((one) => /^[a-z][a-z\d]*$/i.test(one)) ?? courtOfName(courtName);
  const date = (...keys: string[]) => courtDayOf(text(...keys), court);
  const theirs = blankHeader({
    court,
    courtName,
    number: text('caseNumber', 'docket_number', 'docketNumber'),
    title: text('caseTitle', 'case_name', 'caseName', 'name'),
    judge: text('assigned_to_str', 'assigned_to', 'assignedTo'),
    referredTo: text('referred_to_str', 'referred_to', 'referredTo'),
    filedOn: date('date_filed', 'dateFiled') ?? date('caseOpened'),
    terminatedOn: date('date_terminated', 'dateTerminated'),
    lastFiledOn: date('date_last_filing'),
    chapter: text('chapter'),
    convertedOn: date('date_converted'),
    dischargedOn: date('date_discharged'),
    cause: text('cause'),
    natureOfSuit: text('nature_of_suit', 'suitNature'),
    juryDemand: text('jury_demand', 'juryDemand'),
    jurisdiction: text('jurisdiction', 'jurisdiction_type', 'jurisdictionType'),
    demand: text('demand'),
    courtCaseId: text('pacer_case_id'),
  });
  if (!own.success) return theirs;
  const given = Object.entries(own.data).filter(
    ([, value]) => value !== undefined && value !== '' && value !== null,
  );
  return { ...theirs, ...Object.fromEntries(given), court };
}

/** Parties in our own form, as other programs list them, or as a page's table; none where there are none. */
export function partiesOfJson(value: unknown): DocketParty[] {
  if (typeof value === 'string') return readAppellateParties(parseHtml(value));
  if (!Array.isArray(value)) return [];
  const own = OwnParties.safeParse(value);
  if (own.success) return own.data;
  return value.filter(isObject).flatMap((party) => {
    const name = lineOf(party['name']);
    if (name === '') return [];
    const attorneys = Array.isArray(party['attorneys']) ? party['attorneys'].filter(isObject) : [];
    return [
      {
        name,
        role: lineOf(party['type'] ?? party['role']),
        details: linesOf(party['extra_info']),
        terminatedOn: isoDateOf(lineOf(party['date_terminated'])),
        attorneys: attorneys.map((attorney) => ({
          name: lineOf(attorney['name']),
          contact: linesOf(attorney['contact']),
          email: /\S+@\S+\.\S+/.exec(linesOf(attorney['contact']))?.[0] ?? '',
          phone: '',
          roles: Array.isArray(attorney['roles']) ? attorney['roles'].map(lineOf).filter(Boolean) : [],
          terminatedOn: null,
        })),
      },
    ];
  });
}

const lineOf = (value: unknown): string => (typeof value === 'string' ? foldSpace(value) : '');

const linesOf = (value: unknown): string =>
  typeof value === 'string' ? value.split(/\r?\n/).map(foldSpace).filter(Boolean).join('\n') : '';
