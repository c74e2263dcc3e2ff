/**
 * Zones of the federal district courts whose courthouses all keep one time. Districts that sit in two (N.D. Fla., W.D. Ky.,
 * E.D. Tenn., W.D. Tex., N.D. and S.D. Ind., W.D. Mich., D.S.D., D. Idaho, D.N.D.) are left out: their zone is a person's to say.
 */
const courts: Readonly<Record<string, string>> = {
  'America/New_York':
    'med mad nhd rid ctd vtd nynd nysd nyed nywd njd paed pamd pawd ded mdd dcd vaed vawd wvnd wvsd nced ncmd ncwd scd gand gamd gasd flmd flsd ohnd ohsd mied kyed cit',
  'America/Chicago':
    'ilnd ilcd ilsd wied wiwd mnd iand iasd moed mowd ared arwd laed lamd lawd msnd mssd alnd almd alsd tnmd tnwd oknd oked okwd txnd txed txsd ksd ned',
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
const zones = new Map(
  Object.entries(courts).flatMap(([zone, codes]) => codes.split(' ').map((code) => [code, zone] as const)),
);

/**
 * The IANA zone of a court; null where the code is not known or the court sits in two zones.
 *
 * @param court code as in the court's address: wawd
 * @example courtZone('wawd') // 'America/Los_Angeles'
 */
export function courtZone(court: string): string | null {
  return zones.get(court) ?? null;
}
