const restricting =
  /\bconfiden|\bconf\b|\beyes\b|\bcounsel['’]?s? only\b|\b(?:hc)?aeo\b|\boc?eo\b|\boco\b|\bsource code\b|\bhighly\b|\bprotected\b|\brestricted\b|\bprotective order\b|\bsecret\b|\bsensitive\b|\bproprietary\b|\bunder seal\b|\bsealed\b|\bclassified\b|\bprivileged\b|\bcui\b/iu;
/** What a column that is headed “Confidential” says in one sign or word: that it is. */
const affirming = /^(?:y|yes|t|true|x|1|c|hc)$/iu;
/** What a document is said not to be: the rest may restrict it all the same (“Confidential; not privileged”). */
const denied =
  /\b(?:not|non|no|un|de)[\s-]?(?:longer\s)?(?:designated\s)?(?:highly\s)?(?:confiden\w*|designated|protected|restricted|classified|privileged|sealed|sensitive|proprietary)/giu;

/**
 * Whether a designation of a produced document says that it may not be shown to everyone, as a protective order has parties mark it.
 *
 * @example isRestricting('HIGHLY CONFIDENTIAL – AEO') // true
 * @example isRestricting('Not Confidential') // false
 * @example isRestricting('Y') // true
 * @see Fed. R. Civ. P. 26(c)(1)(G)
 */
export function isRestricting(designation: string): boolean {
  return restricting.test(designation.replaceAll(denied, '')) || affirming.test(designation.trim());
}
