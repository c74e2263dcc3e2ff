import type { NoticeEffort, TroEvent, TroFields } from '../../model/tro.ts';
import type { ServiceKind } from '../../model/time-counting.ts';
import { formatMoment } from '../court-words.ts';

/** The head of a paper. Empty where not known. */
export interface Caption {
  /** The court's own name for itself. */
  readonly court: string;
  readonly plaintiffs: string;
  readonly defendants: string;
  readonly number: string;
  readonly judge: string;
}

export interface CertificateSource {
  readonly caption: Caption;
  readonly fields: TroFields;
  /** In the order in which they were made. */
  readonly notices: readonly NoticeEffort[];
  /** What proves each effort, by its id: the title of the evidence item. */
  readonly proofs: ReadonlyMap<string, string>;
  /** The service of the motion, where it is recorded. */
  readonly served: TroEvent | null;
  readonly timezone: string;
}

export interface CertificateText {
  readonly caption: Caption;
  readonly title: string;
  readonly paragraphs: readonly CertificateParagraph[];
  readonly oath: string;
  /** What comes below the signature line. */
  readonly signature: readonly string[];
  /** What the draft leaves blank, in sentences. */
  readonly missing: readonly string[];
}

export interface CertificateParagraph {
  readonly text: string;
  /** Lettered parts: (a), (b), … */
  readonly parts: readonly string[];
}

/** Marks each page until a person has signed. */
export const draftMark = 'DRAFT — counsel must read, correct and sign';
const blank = '______';

const mannerWords: Readonly<Partial<Record<ServiceKind, string>>> = {
  ecf: 'through the court’s electronic filing system',
  hand: 'by hand',
  mail: 'by mail',
  clerk: 'by leaving them with the clerk',
  other_consented: 'by other means consented to in writing',
  rule4_personal: 'together with the summons',
  rule4_mail: 'by mail together with the summons',
};

/**
 * The words of an attorney's certificate of the efforts to give notice, drafted from the notice log. What is not known is left
 * blank and reported.
 *
 * @see Fed. R. Civ. P. 65(b)(1)(B); 28 U.S.C. § 1746
 * @example draftCertificate(source).missing // ['The bar number of the attorney is blank.', …]
 */
export function draftCertificate(source: CertificateSource): CertificateText {
  const missing: string[] = [];
  const fill = (words: string, what: string) => {
    if (words.trim() !== '') return words.trim();
    missing.push(`${what} is blank.`);
    return blank;
  };
  const { fields } = source;
  const caption = {
    court: fill(source.caption.court, 'The court’s name'),
    plaintiffs: fill(source.caption.plaintiffs, 'The plaintiff’s name'),
    defendants: fill(source.caption.defendants, 'The defendant’s name'),
    number: fill(source.caption.number, 'The docket number'),
    judge: source.caption.judge.trim(),
  };
  const attorney = fill(fields.attorney, 'The attorney’s name');
  const party = fill(fields.party, 'The party the attorney represents');
  const paragraphs: CertificateParagraph[] = [
    {
      text: `I am an attorney for ${party} in this action. I make this certificate under Fed. R. Civ. P. 65(b)(1)(B) in support of the motion for a temporary restraining order.`,
      parts: [],
    },
    effortsOf(source, fill, missing),
    ...servedOf(source),
    ...reasonsOf(source, missing),
  ];
  const signature = [
    attorney,
    `Bar No. ${fill(fields.barNumber, 'The bar number')}`,
    fill(fields.firm, 'The firm’s name'),
    ...fill(fields.contact, 'The attorney’s address with telephone number').split(/\s*\n\s*/),
    `Attorney for ${party}`,
  ];
  missing.push('The date, the place and the signature are left for counsel.');
  return {
    caption,
    title: 'Certificate of counsel regarding notice, Fed. R. Civ. P. 65(b)(1)(B)',
    paragraphs,
    oath: `I declare under penalty of perjury that the foregoing is true and correct. Executed on ${blank} at ${blank}. [Outside the United States: … under penalty of perjury under the laws of the United States of America … 28 U.S.C. § 1746.]`,
    signature,
    missing,
  };
}

function effortsOf(
  { notices, proofs, served, timezone }: CertificateSource,
  fill: (words: string, what: string) => string,
  missing: string[],
): CertificateParagraph {
  if (notices.length === 0 && served) {
    missing.push('No effort to give notice is logged besides the service: add what else was done.');
    return { text: 'Notice of the motion was given by service of its papers.', parts: [] };
  }
  if (notices.length === 0) {
    missing.push(
      'No effort to give notice is logged, and the draft says that none was made: correct it if there was one.',
    );
    return {
      text: 'No effort was made to give notice of the motion to the adverse party or its attorney.',
      parts: [],
    };
  }
  const parts = notices.map((effort, at) => {
    const name = `of effort (${letterOf(at)})`;
    const by = fill(effort.by, `Who made the effort, ${name},`);
    const result = fill(effort.result, `The result ${name}`);
    const proof = proofs.get(effort.id);
    if (proof === undefined) missing.push(`Effort (${letterOf(at)}) has no document that proves it.`);
    return `On ${formatMoment(effort.at, timezone)}, ${by} tried to give notice to ${effort.who}: ${sentence(effort.how)} Result: ${sentence(result)}${proof === undefined ? '' : ` Proof: ${sentence(proof)}`}`;
  });
  return {
    text: 'These efforts were made to give notice of the motion to the adverse party or its attorney:',
    parts,
  };
}

function servedOf({ served, timezone }: CertificateSource): CertificateParagraph[] {
  if (!served) return [];
  const manner = mannerWords[served.details.service ?? 'none'] ?? blank;
  return [
    {
      text: `The motion papers were served ${manner} on ${formatMoment(served.at, timezone)}.`,
      parts: [],
    },
  ];
}

function reasonsOf({ fields, served }: CertificateSource, missing: string[]): CertificateParagraph[] {
  const reasons = fields.reasonAgainstNotice.split(/\n+/).flatMap((line) => line.trim() || []);
  if (reasons.length === 1)
    return [{ text: `Notice should not be required because: ${sentence(reasons[0]!)}`, parts: [] }];
  if (reasons.length > 1)
    return [{ text: 'Notice should not be required for these reasons:', parts: reasons }];
  if (served) return [];
  missing.push(
    'The reasons why notice should not be required are blank: write them, or strike the paragraph if notice was given.',
  );
  return [{ text: `Notice should not be required because: ${blank}`, parts: [] }];
}

/** a, b, … z, aa, bb. */
export function letterOf(at: number): string {
  return String.fromCodePoint(97 + (at % 26)).repeat(1 + Math.floor(at / 26));
}

function sentence(words: string): string {
  return /[.!?_]$/.test(words) ? words : `${words}.`;
}
