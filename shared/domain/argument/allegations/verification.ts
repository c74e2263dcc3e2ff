/** What makes a statement one under oath, or takes the place of an oath (28 U.S.C. § 1746). */
const oath =
  /\bpenalt(?:y|ies) of perjury\b|\b(?:duly|being first|first being) sworn\b|\bsworn (?:to )?(?:and|&) subscribed\b|\bsubscribed (?:and|&) sworn\b/iu;
const heading = /^\s*(?:\d{1,2}\s+)?(?:affidavit of )?verification(?: (?:of|by|to) [^\n]{1,60})?\s*$/imu;
const paper = String.raw`(?:\S+ ){0,4}(?:complaint|petition|answer|counterclaims?|pleading)\b`;
/** That what is sworn to is this pleading, and not a paper attached to it. */
const ofPleading = new RegExp(
  String.raw`\b(?:have|has|having) (?:\w+ ){0,2}(?:read|reviewed) (?:and \w+ )?${paper}|\b(?:allegations|facts|statements|matters) (?:\w+ ){0,4}(?:in|of) ${paper}|\bverify (?:that )?${paper}`,
  'iu',
);
/** "on information and belief", "upon knowledge, information, and belief", "to the best of its knowledge and belief". */
const sourceOfBelief = String.raw`(?:(?:his|her|its|their|my|our|personal|knowledge|information|and|or)[\s,]{1,3}){0,6}`;
const onBelief = new RegExp(
  [
    String.raw`\b(?:up)?on\s${sourceOfBelief}belief\b`,
    String.raw`\bto\sthe\sbest\sof\s(?:[\p{L}'’]{1,20}\s){0,3}?${sourceOfBelief}(?:knowledge|information|belief)\b`,
    String.raw`\b(?:am|are|is)\sinformed[\s,]{1,3}and\s(?:(?:therefore|thereon|thereupon|so|upon\sthat\sbasis)\s)?believes?\b`,
  ].join('|'),
  'iu',
);

/**
 * The page on which a pleading is verified, so that what it alleges is evidence; null where no page says so.
 *
 * A page with an oath counts where it is headed “Verification” or speaks of the pleading as sworn to: an oath alone is that of a
 * declaration attached to it.
 *
 * @param pages the text of each page from the first
 * @see Fed. R. Civ. P. 65(b)(1)(A): “an affidavit or a verified complaint”
 */
export function verificationPage(pages: readonly string[]): number | null {
  const found = pages.findIndex(
    (text) => oath.test(oneLine(text)) && (heading.test(text) || ofPleading.test(oneLine(text))),
  );
  return found === -1 ? null : found + 1;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** Whether an allegation is made on belief: an oath does not make evidence of it. */
export function isOnBelief(text: string): boolean {
  return onBelief.test(text);
}
