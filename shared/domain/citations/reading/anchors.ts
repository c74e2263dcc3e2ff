import { docketNumber } from './docket-number.ts';
import type { KnownLabels } from './known-labels.ts';
import { anyPrefix, maxPrefixes, reporterSource } from './pins.ts';

/** Anchors a citation can hang on. What else ends “id.” is `other`: cases, codes, rules, records. */
const anchorSource = String.raw`(?<![\p{L}\p{N}])(?:(?<word>[Ee](?:[Xx](?:[Hh](?:[Ii][Bb](?:[Ii][Tt])?)?)?)[Ss]?)(?:(?![\p{L}\p{N}])|(?<=Exhibits?)(?=[A-Z\d](?!\p{Ll})))(?: ?\.)?(?<many>'[Ss](?= )|(?<=\.)s(?= ["'(]?[A-Z\d]))?|(?<idem>[Ii](?:d|D|bid|BID)(?:\.(?=,? )|(?= at \d)))|(?<mention>Decl(?:\.|aration)|DECL(?:\.|ARATION)|Dec\.(?=,? ¶)|Aff(?:\.|id(?:\.|avit)|irm(?:\.|ation)))(?![\p{L}\p{N}])|(?<other>vs?\. |\d{1,4} (?![AP]\. ?M\.)${reporterSource}|In re \p{Lu}|[Ss]upra,? at |(?:[Oo]p\.|No\. [\d-]+),? at \d|Fed\. R\.|F\.R\.C\.P|${docketNumber}|(?:Compl|Mot|Opp|Br|Mem|Dep|Tr|Hr'g Tr)\. (?:¶|at |\d)|\p{Lu}[\p{L}'-]{1,30}\.?,? (?:at \d|¶|§)|(?:Foot|End)notes \[\d|L\.? ?R\.? \d|RCW \d|Restatement)`;

/** What citations hang on in a matter with Bates numbers of these prefixes, and a set with these labels. */
export function anchorsFor(prefixes: readonly string[], known: KnownLabels): RegExp {
  const alone = anyPrefix(prefixes);
  const bates = alone === '' ? '' : String.raw`|(?<bates>(?:${alone})[ _.-]?\d{3,10}(?![\p{L}\p{N}]))`;
  return new RegExp(`${anchorSource}|${codedSource(prefixes, known)}${bates})`, 'gu');
}

/** What may be between a code and its number: PX-12, PX 12, PX – 12, PX #12, PXs 12, PX Nos. 12. */
const codeJoint = String.raw`(?:s[ -]?|s? Nos?\. ?| ?[-–] ?| ?# ?| )?`;

/** Labels with a code, which are used without “Ex.”: PX-12, PX 12, PXs 12. No part of a docket's number: 2:21-CV-12. */
function codedSource(prefixes: readonly string[], { codes, letters, inOrder }: KnownLabels): string {
  const ofBates = new Set(prefixes.map((prefix) => prefix.replace(/[^A-Z]+$/, '')));
  const shared = [...codes].filter((code) => ofBates.has(code)).slice(0, maxPrefixes);
  const own = [...codes].filter((code) => !ofBates.has(code)).slice(0, maxPrefixes);
  const numbered = own.map((code) => String.raw`${code}${codeJoint}\d{1,4}`);
  for (const letter of letters) numbered.push(String.raw`${letter}-\d{1,4}`);
  // P.X. 12
  for (const code of codes)
    if (code.length < 4) numbered.push(String.raw`${[...code].join(String.raw`\. ?`)}\.[ -]?\d{1,4}`);
  for (const code of shared) {
    // A Bates number has three digits or more: of these only labels that the set has are none.
    const long = inOrder.flatMap((label) =>
      label.startsWith(code) ? (/^-?(\d{3,4})/.exec(label.slice(code.length))?.[1] ?? []) : [],
    );
    const digits = [...new Set(long), String.raw`\d{1,2}`].join('|');
    numbered.push(String.raw`${code}${codeJoint}(?:${digits})`);
  }
  return String.raw`(?<coded>(?<!\d-)(?:${numbered.join('|')})(?!\d)(?:(?=[a-z](?![\p{L}\p{N}]))|(?![\p{L}\p{N}]*\p{Ll})))`;
}
