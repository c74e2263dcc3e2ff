import type { Element } from 'domhandler';
import type { DocketAttorney } from '../../../../../shared/model/docket.ts';
import { isoDateOf } from '../printed/printed-dates.ts';
import { styledLines } from './styled-lines.ts';

const address = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/;
const telephone = /^(?:\+?1[-. ])?\(?\d{3}\)?[-–. /]{0,3}\d{3}[-–. ]\d{4}\b.{0,30}$/;
const seeAbove = /^\(?\s*see above\b.*\)?$/i;

/** What is printed of one attorney, a line each. */
export interface AttorneyBlock {
  readonly name: string;
  readonly contact: string[];
  readonly roles: string[];
}

/**
 * Reads the attorneys of one party: each begins with a name in bold type, followed by address lines and, in italics, roles.
 *
 * @param cell the cell after "represented by"
 * @param seen attorneys above on the page, by name, to whose address "(See above for address)" points; it is added to
 */
export function readAttorneys(cell: Element, seen: Map<string, DocketAttorney>): DocketAttorney[] {
  const blocks: AttorneyBlock[] = [];
  for (const { text, isBold, isItalic } of styledLines(cell)) {
    const block = blocks.at(-1);
    if (isBold && !isItalic) blocks.push({ name: text, contact: [], roles: [] });
    else if (!block) blocks.push({ name: isItalic ? '' : text, contact: [], roles: isItalic ? [text] : [] });
    else if (isItalic || isCounselRole(text)) block.roles.push(text);
    else block.contact.push(text);
  }
  return blocks.map((block) => attorneyOf(block, seen));
}

/** Whether a line says how an attorney takes part: in capitals, for pages rewritten by other programs may have lost the italics. */
export function isCounselRole(text: string): boolean {
  return /^(?:LEAD ATTORNEY|ATTORNEY TO BE NOTICED|PRO HAC VICE|PRO SE|Designation:|TERMINATED:|Bar Status:)/.test(
    text,
  );
}

/**
 * An attorney from the lines printed.
 *
 * @param seen see `readAttorneys`
 */
export function attorneyOf(
  { name, contact, roles }: AttorneyBlock,
  seen: Map<string, DocketAttorney>,
): DocketAttorney {
  const isAbove = contact.some((line) => seeAbove.test(line));
  const above = isAbove ? seen.get(name) : undefined;
  const terminated = roles
    .map((role) => /^terminated:\s*(\S+)/i.exec(role)?.[1])
    .find((date) => date !== undefined);
  const read: DocketAttorney = {
    name,
    contact: above?.contact ?? contact.join('\n'),
    email: above?.email ?? emailIn(contact),
    phone: above?.phone ?? contact.map(withoutLabel).find((line) => telephone.test(line)) ?? '',
    roles,
    terminatedOn: isoDateOf(terminated ?? ''),
  };
  if (!isAbove && contact.length > 0) seen.set(name, read);
  return read;
}

/** Courts of appeals say whose a number is: "Direct: 617-555-0100". */
function withoutLabel(line: string): string {
  return line.replace(/^(?:direct|firm|office|tel|telephone|phone)\s*:\s*/i, '');
}

function emailIn(contact: readonly string[]): string {
  const line =
    contact.find((each) => /^e-?mail\s*:/i.test(each)) ??
    contact.find((each) => address.test(each.slice(0, 300)));
  return address.exec((line ?? '').slice(0, 300))?.[0] ?? '';
}
