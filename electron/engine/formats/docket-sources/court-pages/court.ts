import { Comment, type Document } from 'domhandler';
import { caseKey, isSameCase } from '../../../../../shared/domain/docket/merge/case-number.ts';
import { courtOfName, courtOfUrl } from '../printed/court-code.ts';
import { courtCaseIdOf } from '../printed/court-links.ts';
import { beginningOf, findAll, titleOf } from '../printed/html-text.ts';

/** Whose page it is, and the court's own id of the case, as its addresses say. */
export interface PageOrigin {
  readonly court: string;
  readonly courtCaseId: string;
}

/** Addresses of the documents of the case itself; the text of an entry may lead to other courts. */
const toDocument = /\/docs?1\/\d+/;

/**
 * Finds the court and the case from the addresses of a page, else the court from what is printed. Where addresses name several,
 * the most frequent one is followed, links to documents first.
 *
 * @param document the page
 * @param courtName the court as printed; empty where it is not
 * @param number of the case as printed: a link that reads as another number leads to another case
 */
export function pageOrigin(document: Document, courtName: string, number = ''): PageOrigin {
  const courts = new Map<string, number>();
  const cases = new Map<string, number>();
  for (const node of document.children) {
    if (!(node instanceof Comment)) continue;
    const from = /https?:\/\/\S+/i.exec(node.data)?.[0] ?? '';
    count(courts, courtOfUrl(from), 1);
    // Before `-L_` stands a number of the session.
    if (!from.includes('-L_')) count(cases, courtCaseIdOf(from), 1);
  }
  for (const element of findAll(document, ({ attribs: all }) => Object.keys(all).length > 0)) {
    const { attribs } = element;
    const named = number === '' || element.name !== 'a' ? '' : beginningOf(element, 60);
    const isOtherCase = /-\d{3,6}/.test(named) && caseKey(named) !== '' && !isSameCase(named, number);
    const addresses = [attribs['href'], attribs['action'], attribs['src'], attribs['oncontextmenu']];
    for (const address of addresses) {
      if (address === undefined || address.length > 4_000) continue;
      const isDocument = toDocument.test(address);
      count(courts, courtOfUrl(/https?:\/\/[^\s"'&]+/i.exec(address)?.[0] ?? ''), isDocument ? 1_000 : 1);
      if (!isOtherCase) count(cases, courtCaseIdOf(address), 1);
    }
    const script = (attribs['onclick'] ?? attribs['onsubmit'] ?? attribs['href'] ?? '').slice(0, 2_000);
    count(cases, caseIdOfScript(script), 1_000);
    // Buttons that show several documents at once.
    if (!isOtherCase) count(cases, courtCaseIdOf(script), 1);
  }
  return {
    court: mostFrequent(courts) || courtOfName(courtName) || courtOfTitle(titleOf(document)),
    courtCaseId: mostFrequent(cases),
  };
}

/** `goDLS('/doc1/…','75736','30',…)`, `DktText('…','75736',…)` and courts of appeals' `doDocPostURL('…','75736')` name the case second. */
function caseIdOfScript(script: string): string {
  return (
    /^\s?(?:javascript:\s?)?(?:return\s)?(?:goDLS|DktText|doDocPostURL)\(\s?["'][^"']{0,200}["']\s?,\s?["'](\d{1,12})["']/.exec(
      script,
    )?.[1] ?? ''
  );
}

/** "CM/ECF - casd", "U.S. Bankruptcy Court:caeb": the code stands last; else the court's name. */
function courtOfTitle(title: string): string {
  return /(?:-|:)\s*([a-z]{2,4}[db]|cit|jpml)\b/.exec(title)?.[1] ?? courtOfName(title);
}

function count(counts: Map<string, number>, key: string, weight: number): void {
  if (key !== '') counts.set(key, (counts.get(key) ?? 0) + weight);
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let best = '';
  for (const [key, n] of counts) if (n > (counts.get(best) ?? 0)) best = key;
  return best;
}
