const restricting =
  /\bconfiden|\bconf\b|\beyes[\s-]only\b|\baeo\b|\boceo\b|\bhighly\b|\bprotected\b|\brestricted\b|\bprotective order\b|\bsecret\b|\bsensitive\b|\bproprietary\b|\bunder seal\b|\bsealed\b|\bclassified\b|\bprivileged\b|\bcui\b/iu;
const denying =
  /\b(?:not|non|no|un|de)[\s-]?(?:longer\s)?(?:confiden\w*|designated|protected|restricted|classified|privileged)/iu;

/**
 * Whether a designation of a produced document says that it may not be shown to everyone, as a protective order has parties mark it.
 *
 * @example isRestricting('HIGHLY CONFIDENTIAL – AEO') // true
 * @example isRestricting('Not Confidential') // false
 * @see Fed. R. Civ. P. 26(c)(1)(G)
 */
export function isRestricting(designation: string): boolean {
  return restricting.test(designation) && !denying.test(designation);
}
