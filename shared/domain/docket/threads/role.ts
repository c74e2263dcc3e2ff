import type { DocketRole } from '../../../model/docket.ts';

/**
 * What the first of these words in a text makes of the entry. Where two begin at the same place the upper one counts, so the
 * longer names come first. Names of papers that have none of the roles are listed too: they end the search.
 */
const names: readonly (readonly [DocketRole, string])[] = [
  ['other', String.raw`motions?(?:\(s\))? (?:terminated|referred|ripe|submitted|no longer)`],
  [
    'motion',
    String.raw`notice of (?:(?:presentment of|the|a|unopposed|joint|ex parte|emergency|cross|plaintiffs?|defendants?|[\p{L}]{1,20}['’]s?)[ -]){0,3}(?:motion|application)`,
  ],
  ['complaint', 'notice of removal'],
  [
    'appeal',
    String.raw`(?:amended |joint )?notice of (?:interlocutory |cross[- ]?)?appeal|mandate|u\.?s\.?c\.?a\.?|cross[- ]appeal|appeal\b(?! of)`,
  ],
  [
    'hearing',
    String.raw`(?:clerk'?s )?notice of (?:\p{L}{1,20} ){0,2}?(?:hearing|conference)|minute entry|minutes|ep:|proceedings?\b(?= (?:before|held))|(?:re)?set(?:/reset)?(?: \p{L}{1,20}){0,2} (?:hearings?|deadlines?|conferences?)|(?:status|scheduling|pretrial|case management|settlement|telephone) conference\b(?! (?:order|statement))|jury trial|bench trial|hearing`,
  ],
  [
    'other',
    String.raw`(?:affidavits?|proofs?|certificates?|declarations?|returns?|acknowledge?ments?) of (?:service|mailing|compliance|conferral|good standing)`,
  ],
  [
    'support',
    String.raw`\[?\(?proposed\]?\)? (?:\p{L}{1,20} ){0,3}?(?:orders?|judgments?|findings|voir dire|jury|verdict|decree)|text of proposed`,
  ],
  [
    'order',
    String.raw`(?:memorandum|stipulation|consent)(?: of decision)? (?:opinion|decision|order|ruling|judgment)|(?:memorandum|stipulation|opinion|findings)(?: of [\p{L} ]{1,40}?)?,? (?:and|&) (?:\[?proposed\]? )?(?:opinion|order|decision|conclusions|recommendations?)|memo(?:randum)? endorsement|reports? (?:and|&) recommendations?|r&r\b|entry of default|minute order|eo:|(?:it is |so )?(?:(?:hereby|further|therefore) )?ordered\b(?=[.:,]| that\b| adjudged)|order\b(?! of appearance)|orders\b|opinion|ruling|decree`,
  ],
  ['judgment', String.raw`(?:\p{L}{1,20}'?s? )?judgment|verdict`],
  ['notice', String.raw`withdrawal of|notices?\b|suggestion of`],
  ['reply', String.raw`sur-?reply|reply`],
  [
    'opposition',
    String.raw`(?:memorandum|brief|points and authorities|statement|suggestions)(?: of (?:law|points and authorities))? (?:in opposition|in response|opposing|contra|of non-?opposition)|(?:non-?)?opposition|responses?|objections?|traverse`,
  ],
  ['answer', String.raw`answer\b`],
  ['motion', String.raw`motions?\b|(?:ex parte |emergency )?application|letter[- ]motion`],
  ['complaint', String.raw`complaint|(?:superseding )?indictment|information\b(?: as to)|petition`],
  [
    'support',
    String.raw`(?:letter )?memorandum|(?:trial |amicus |opening )?brief(?!ing\b)|declarations?|affidavits?|affirmations?|points and authorities|statement of (?:\p{L}{1,20} ){0,2}facts|supplement(?:al)?\b(?= (?:to|in|re|authorit|declaration|brief|memorandum|affidavit))|suggestions in support|joinder`,
  ],
  ['exhibit', String.raw`exhibits?|appendix|attachments?`],
  [
    'other',
    String.raw`letter|summons(?:es)?|certificates?|waivers?|transcripts?|stipulations?|(?:status |joint |final |discovery )*report|statement|subpoenas?|bill of|praecipe|requests?|consents?\b(?!\/| (?:joint |motion|order|decree|judgment|application))|index|lists?|receipts?|civil cover sheet|cover sheet|disclosures?|plea|warrants?|bond|vouchers?|acknowledge?ment|case |corrections?|staff note|errata|redaction|remark|witness`,
  ],
];

const firstName = new RegExp(`(?<![\\p{L}-])(?:${names.map(([, form]) => `(${form})`).join('|')})`, 'iu');

/** How far into a text its own name can be: after "Plaintiffs Fairwater LLC and others' Emergency …". */
const headLength = 240;

/**
 * What an entry is in the course of a motion, by the name its text begins with.
 *
 * @example
 * roleOf({ text: 'MEMORANDUM in Opposition re 12 MOTION', shortText: '', attachment: null }) // 'opposition'
 * roleOf({ text: '[Proposed] Order', shortText: '', attachment: 2 }) // 'support'
 */
export function roleOf(entry: {
  readonly text: string;
  readonly shortText: string;
  readonly attachment: number | null;
}): DocketRole {
  const head = (entry.text || entry.shortText).slice(0, headLength).replaceAll(/\s+/g, ' ');
  const match = firstName.exec(head);
  if (!match) return 'other';
  const index = match.findIndex((group, i) => i > 0 && group !== undefined) - 1;
  const role = names[index]![0];
  if (entry.attachment !== null) return roleOfAttachment(role);
  // What parties propose to a judge, until it is signed.
  if (role === 'order' && proposed.test(match[0]) && !signed.test(entry.text)) return 'other';
  // "Application for Extension of Time is granted": a clerk's entry in the words of the request.
  if (role === 'motion' && ownDecision.test(head)) return 'order';
  if (role === 'opposition' && /\bin support of\b/i.test(head) && !/\bopposition\b/i.test(head))
    return 'support';
  return role;
}

const proposed = /\bproposed\b/i;
const signed =
  /\b(?:signed|so ordered|ordered by|by (?:(?:the|chief|senior|united|states|u\.s\.|district|magistrate) ){0,4}(?:hon\b|judge\b))/i;

const ownDecision = /^(?!.{0,240}\bif\b).{0,200}\b(?:is|are) (?:hereby )?(?:granted|denied)\b/i;

/** An attachment goes where its lead document goes: what it is called makes it an exhibit or a paper in support, no more. */
function roleOfAttachment(role: DocketRole): DocketRole {
  return role === 'exhibit' || role === 'support' ? role : 'other';
}
