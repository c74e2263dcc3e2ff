import type { Regime, ServiceKind } from '../../../model/time-counting.ts';

/**
 * A paragraph of the rule that counts. Rule 26(a) of the appellate rules has the paragraphs of Rule 6(a) under the same
 * letters.
 *
 * @example citeOf('frcp', '(a)(1)(A)') // 'Fed. R. Civ. P. 6(a)(1)(A)'
 */
export function citeOf(regime: Regime, ...paragraphs: readonly string[]): string {
  const rule = regime === 'frap' ? 'Fed. R. App. P. 26' : 'Fed. R. Civ. P. 6';
  return `${rule}${paragraphs.join(', ')}`;
}

/** The paragraphs by which manners of service earn three days: Fed. R. Civ. P. 5(b)(2). */
const mannerParagraphs: Partial<Record<ServiceKind, string>> = {
  mail: '5(b)(2)(C)',
  clerk: '5(b)(2)(D)',
  other_consented: '5(b)(2)(F)',
};

/** Whether three days are added for a manner of service, where a period runs from being served. */
export function earnsThreeDays(service: ServiceKind): boolean {
  return service in mannerParagraphs;
}

/** What adds three days: "Fed. R. Civ. P. 6(d), 5(b)(2)(C)". */
export function threeDaysCite(regime: Regime, service: ServiceKind): string {
  const paragraph = mannerParagraphs[service];
  if (regime === 'frap') return citeOf('frap', '(c)');
  return citeOf('frcp', '(d)', ...(paragraph === undefined ? [] : [paragraph]));
}

/** A manner of service as a sentence names it. */
export const mannerText: Readonly<Record<ServiceKind, string>> = {
  none: 'no service',
  ecf: 'service through the court’s electronic filing system',
  hand: 'service by hand',
  mail: 'service by mail',
  clerk: 'service by leaving the paper with the clerk',
  other_consented: 'service by other means consented to in writing',
  rule4_personal: 'personal service of the summons',
  rule4_mail: 'service of the summons by mail',
};
