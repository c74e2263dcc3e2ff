/**
 * Federal courts by their codes, as in their addresses: whose clock ends their day, and whose state holidays count. The zone is that of
 * all the court's courthouses; null where they keep two, between which a person must choose. Districts and seats: 28 U.S.C. §§ 81–131.
 */
const districts: Readonly<Record<string, string>> = {
  'America/New_York':
    'med mad nhd rid ctd vtd nynd nysd nyed nywd njd paed pamd pawd ded mdd dcd vaed vawd wvnd wvsd nced ncmd ncwd scd gand gamd gasd flmd flsd ohnd ohsd mied miwd kyed',
  'America/Chicago':
    'ilnd ilcd ilsd wied wiwd mnd iand iasd moed mowd ared arwd laed lamd lawd msnd mssd alnd almd alsd tnmd tnwd oknd oked okwd txnd txed txsd ksd ned ndd',
  'America/Denver': 'mtd wyd cod utd nmd',
  'America/Phoenix': 'azd',
  'America/Los_Angeles': 'wawd waed ord cand caed cacd casd nvd',
  'America/Anchorage': 'akd',
  'Pacific/Honolulu': 'hid',
  'America/Puerto_Rico': 'prd',
  'America/St_Thomas': 'vid',
  'Pacific/Guam': 'gud',
  'Pacific/Saipan': 'nmid',
};

/**
 * Districts whose courthouses keep two times: Pensacola and Tallahassee, Paducah and Louisville, Winchester and Knoxville, El Paso and San Antonio,
 * Hammond and South Bend, Evansville and Indianapolis, Rapid City and Sioux Falls, Boise and Coeur d'Alene.
 */
const districtsOfTwoZones: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['flnd', ['America/Chicago', 'America/New_York']],
  ['kywd', ['America/Chicago', 'America/New_York']],
  ['tned', ['America/Chicago', 'America/New_York']],
  ['txwd', ['America/Denver', 'America/Chicago']],
  ['innd', ['America/Chicago', 'America/New_York']],
  ['insd', ['America/Chicago', 'America/New_York']],
  ['sdd', ['America/Denver', 'America/Chicago']],
  ['idd', ['America/Denver', 'America/Los_Angeles']],
]);

interface Circuit {
  readonly courts: readonly string[];
  /** Of the clerk's principal office. */
  readonly state: string;
  readonly zone: string;
  /** States whose districts it reviews, 28 U.S.C. § 41. */
  readonly reviews: string;
}

const eastern = 'America/New_York';
const central = 'America/Chicago';
/** Principal offices: Boston, New York, Philadelphia, Richmond, New Orleans, Cincinnati, Chicago, St. Louis, San Francisco, Denver, Atlanta, Washington. */
const circuits: readonly Circuit[] = [
  { courts: ['1', 'ca1'], state: 'MA', zone: eastern, reviews: 'ME MA NH PR RI' },
  { courts: ['2', 'ca2'], state: 'NY', zone: eastern, reviews: 'CT NY VT' },
  { courts: ['3', 'ca3'], state: 'PA', zone: eastern, reviews: 'DE NJ PA VI' },
  { courts: ['4', 'ca4'], state: 'VA', zone: eastern, reviews: 'MD NC SC VA WV' },
  { courts: ['5', 'ca5'], state: 'LA', zone: central, reviews: 'LA MS TX' },
  { courts: ['6', 'ca6'], state: 'OH', zone: eastern, reviews: 'KY MI OH TN' },
  { courts: ['7', 'ca7'], state: 'IL', zone: central, reviews: 'IL IN WI' },
  { courts: ['8', 'ca8'], state: 'MO', zone: central, reviews: 'AR IA MN MO NE ND SD' },
  {
    courts: ['9', 'ca9'],
    state: 'CA',
    zone: 'America/Los_Angeles',
    reviews: 'AK AZ CA GU HI ID MP MT NV OR WA',
  },
  { courts: ['10', 'ca10'], state: 'CO', zone: 'America/Denver', reviews: 'CO KS NM OK UT WY' },
  { courts: ['11', 'ca11'], state: 'GA', zone: eastern, reviews: 'AL FL GA' },
  { courts: ['dc', 'cadc'], state: 'DC', zone: eastern, reviews: 'DC' },
  { courts: ['fed', 'cafc'], state: 'DC', zone: eastern, reviews: '' },
];

/** The circuits as they are named to a person: 1 to 11, DC and FED. */
export const circuitNames: readonly string[] = circuits.map(({ courts }) => courts[0]!.toUpperCase());

/** Courts of the whole country with a seat: International Trade in New York, Federal Claims and the Supreme Court in Washington. */
const nationalCourts: ReadonlyMap<string, { readonly state: string; readonly zone: string }> = new Map([
  ['cit', { state: 'NY', zone: eastern }],
  ['cofc', { state: 'DC', zone: eastern }],
  ['uscfc', { state: 'DC', zone: eastern }],
  ['scotus', { state: 'DC', zone: eastern }],
]);

const zones = new Map(
  Object.entries(districts).flatMap(([zone, codes]) => codes.split(' ').map((code) => [code, zone] as const)),
);

/**
 * The 94 district courts by code.
 *
 * @example districtCourts.has('wawd') // true
 */
export const districtCourts: ReadonlySet<string> = new Set([...zones.keys(), ...districtsOfTwoZones.keys()]);

/** The state whose name a district's code begins with: `nmid` is of the Northern Mariana Islands, `nmd` of New Mexico. */
function stateOfDistrict(court: string): string {
  return court === 'nmid' ? 'MP' : court.slice(0, 2).toUpperCase();
}

function circuitNamed(court: string): Circuit | undefined {
  return circuits.find(({ courts }) => courts.includes(court.toLowerCase()));
}

/** The district whose unit a bankruptcy court is, 28 U.S.C. § 151; any other code as it is. */
function districtOf(court: string): string {
  const district = court.replace(/b$/, 'd');
  return districtCourts.has(district) ? district : court;
}

/**
 * The IANA zone of a court; null where the code is not known or the court sits in two zones.
 *
 * @param court code as in the court's address: wawd, nysb, ca9
 * @example courtZone('wawd') // 'America/Los_Angeles'
 */
export function courtZone(court: string): string | null {
  // A bankruptcy appellate panel keeps the clock of its circuit.
  const circuit = circuitNamed(court.replace(/^bap(?=\d)/, 'ca'));
  return zones.get(districtOf(court)) ?? nationalCourts.get(court)?.zone ?? circuit?.zone ?? null;
}

/**
 * The two IANA zones between which a person must say, of a district that keeps two; null for every other court.
 *
 * @example courtZones('txwd') // ['America/Denver', 'America/Chicago']
 */
export function courtZones(court: string): readonly [string, string] | null {
  return districtsOfTwoZones.get(districtOf(court)) ?? null;
}

/**
 * The circuit that reviews a district court; null for courts that are no district court.
 *
 * @example circuitOfCourt('wawd') // 'ca9'
 * @see 28 U.S.C. § 41
 */
export function circuitOfCourt(court: string): string | null {
  if (!districtCourts.has(court)) return null;
  const state = stateOfDistrict(court);
  return circuits.find(({ reviews }) => reviews.split(' ').includes(state))?.courts[1] ?? null;
}

/**
 * Whether a code is a court of appeals'.
 *
 * @example isCourtOfAppeals('ca9') // true
 */
export function isCourtOfAppeals(court: string): boolean {
  return circuitNamed(court) !== undefined;
}

/**
 * Whose method counts a period that no rule gives: that of Fed. R. App. P. 26 in a court of appeals, else that of Fed. R. Civ. P. 6.
 *
 * @param court its code; anything else, and nothing, is no court of appeals
 * @example regimeOfCourt('CA9') // 'frap'
 * @see Fed. R. App. P. 1(a)(1)
 */
export function regimeOfCourt(court: string): 'frcp' | 'frap' {
  return isCourtOfAppeals(court.trim().toLowerCase()) ? 'frap' : 'frcp';
}

/**
 * A court of appeals by its code, and the IANA zone of its clerk's principal office; null of any other court.
 *
 * @param circuit as in `circuitNames` or as a court code
 * @example circuitClerk('9') // { court: 'ca9', timezone: 'America/Los_Angeles' }
 * @see Fed. R. App. P. 26(a)(4)(B)
 */
export function circuitClerk(circuit: string): { court: string; timezone: string } | null {
  const named = circuitNamed(circuit);
  return named ? { court: named.courts.at(-1)!, timezone: named.zone } : null;
}

/**
 * The states whose holidays count forward. Fed. R. Civ. P. 6(a)(6)(C): where the district court is located. Fed. R. App. P. 26(a)(6)(C): also
 * where the circuit clerk's principal office is.
 *
 * @param court code as in the court's address; of an unknown court no state is given
 * @param circuit only for periods of the appellate rules: '9' or 'ca9'
 * @example statesOfCourt('wawd', 'ca9') // ['WA', 'CA']
 */
export function statesOfCourt(court: string, circuit?: string): string[] {
  const own = districtCourts.has(court)
    ? stateOfDistrict(court)
    : (nationalCourts.get(court)?.state ?? circuitNamed(court)?.state);
  const ofCircuit = circuit === undefined ? undefined : circuitNamed(circuit)?.state;
  return [...new Set([own, ofCircuit])].filter((state) => state !== undefined);
}

/**
 * The zone and the states of a court.
 *
 * @param court code as in the court's address
 * @returns a null zone where the court is not known or sits in two
 * @example courtPlace('azd') // { timezone: 'America/Phoenix', states: ['AZ'] }
 */
export function courtPlace(court: string): { timezone: string | null; states: string[] } {
  return { timezone: courtZone(court), states: statesOfCourt(court) };
}

/**
 * The zone that every federal courthouse of a state keeps; null where they keep two or the state is not known. Kansas, Nebraska, North
 * Dakota, Michigan and Oregon have counties on another time, where no district court sits.
 *
 * @param state two-letter code
 * @example zonesOfState('WA') // 'America/Los_Angeles'
 */
export function zonesOfState(state: string): string | null {
  const ofState = new Set(
    [...districtCourts].filter((court) => stateOfDistrict(court) === state).map((court) => courtZone(court)),
  );
  const [only = null] = ofState;
  return ofState.size === 1 ? only : null;
}
