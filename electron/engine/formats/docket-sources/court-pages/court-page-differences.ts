import type { DocketHeader, DocketParty, ParsedEntry } from '../../../../../shared/model/docket.ts';

/** One value that is not the same as in the reading beside a page of the corpora, and why. */
export interface Difference {
  readonly file: string;
  readonly field: string;
  /** Empty where nothing explains it. */
  readonly reason: string;
}

/** JSON beside the pages; names are those of the program that wrote it. */
export type Beside = Readonly<Record<string, unknown>>;

/** Reasons, tried in turn, for a value that differs; `ours` and `theirs` are folded texts. */
type Reason = readonly [because: string, holds: (ours: string, theirs: string, beside: Beside) => boolean];

const withoutSpace = (text: string): string => text.replaceAll(/\s+/g, '');
const letters = (text: string): string => text.toLowerCase().replaceAll(/[^a-z\d]+/g, '');
const caption = (text: string): string =>
  letters(
    text
      .replaceAll(/\bUnited States of America\b|\bUSA\b/gi, 'United States')
      .replaceAll(/\bvs\. /g, 'v. ')
      .replaceAll(/,? et al\.?/gi, ''),
  );
const unlabeledJudge = (text: string): string =>
  letters(
    text
      .replace(/^(?:(?:U\.S\.|Chief|Senior|District|Magistrate|Judge|Honorable|Hon\.)\s+)+/i, '')
      .replace(/\s*\([^)]*\)$/, ''),
  );
const plainRoles = (text: string): string =>
  text
    .split('|')
    .filter((role) => !/^(?:Designation:|Bar Status:|PRO SE$)/.test(role))
    .join('|');

/** Not a difference of words: the two readings beside the pages differ in it themselves. */
export const commaSpace =
  'white space before a comma, which the program folds, is kept in the reading beside';

const reasons: Readonly<Record<string, readonly Reason[]>> = {
  text: [
    [commaSpace, (a, b) => a === b.replaceAll(' ,', ',')],
    [
      'the other reading joins the words on both sides of a line break',
      (a, b) => withoutSpace(a) === withoutSpace(b),
    ],
    ['the table beside has letters beyond ASCII in a wrong encoding', (a, b) => letters(a) === letters(b)],
    [
      'the other reading drops an event without description and gives its text to the one above',
      (_a, b) => b.startsWith('SEALED DOCUMENT'),
    ],
  ],
  title: [
    [
      'captions are rewritten in the other reading (“USA”, “et al”, “vs.”, spaces before commas)',
      (a, b) => caption(a) === caption(b),
    ],
    [
      'the other reading adds the first defendant to a caption that names one side',
      (a, b) => b.startsWith(`${a} v. `),
    ],
    ['the other reading stops at tags that are left open', (a, b) => a !== '' && b === ''],
  ],
  number: [
    [
      'the other reading cuts the judges’ initials and the defendant’s number off',
      (a, b) => a.startsWith(`${b}-`),
    ],
    ['the other reading leaves out the district in front of the number', (a, b) => a.endsWith(`/${b}`)],
  ],
  judge: [
    [
      'judges’ titles and spelling are rewritten in the other reading',
      (a, b) => b !== '' && unlabeledJudge(a).endsWith(letters(b)),
    ],
    ['only the first of a panel is in the other reading', (a, b) => letters(a.split(';')[0]!) === letters(b)],
    ['the other reading has no panel', (a, b) => a.includes(';') && b === ''],
    ['“Not Assigned” is not in the other reading', (a, b) => a === 'Not Assigned' && b === ''],
  ],
  roles: [
    [
      'the other reading leaves designations and bar status out and takes PRO SE for an address line',
      (a, b) => plainRoles(a) === b,
    ],
    [
      'the other reading takes a note behind an address for a role',
      (a, b) => `(Inactive)|${plainRoles(a)}` === b,
    ],
    ['the other reading misses what is printed in red', (a, b) => a.startsWith('TERMINATED:') && b === ''],
  ],
  contact: [
    [
      'the other reading takes PRO SE for an address line',
      (a, b) => `${a} PRO SE` === b || (a === '' && b === 'PRO SE'),
    ],
    [
      'an address that stands nowhere above is kept as printed',
      (a, b) => /^\(see above/i.test(a) && b === '',
    ],
    ['a note behind an address is not in the other reading', (a, b) => a.replace(/ \(\w+\)$/, '') === b],
  ],
  parties: [['the other reading has none of this page’s parties', (_a, b) => b === '0']],
  jurisdiction: [['a label over its value is not in the other reading', (a, b) => a !== '' && b === '']],
  entries: [
    [
      'the other reading is empty, or leaves out events whose number or description is missing',
      (a, b) => Number(a) > Number(b),
    ],
  ],
  court: [
    ['the page names its court neither in its addresses nor in its title', (a, b) => a === '' && b !== ''],
  ],
  attachment: [
    ['the court repeats a number; the other reading counts rows', (a, b) => Number(b) === Number(a) + 1],
  ],
  'document number': [
    [
      'the menu does not name its lead document; the other reading has no number',
      (a, b) => a !== '' && b === '',
    ],
  ],
};

/** Collects what differs between our reading of a page and the one beside it. */
export class Differences {
  readonly all: Difference[] = [];
  /** Values compared, by field. */
  readonly compared = new Map<string, number>();

  compare(file: string, field: string, ours: unknown, theirs: unknown, beside: Beside = {}): void {
    this.compared.set(field, (this.compared.get(field) ?? 0) + 1);
    const [a, b] = [fold(ours), fold(theirs)];
    if (a === b) return;
    const reason = reasons[field]?.find(([, holds]) => holds(a, b, beside))?.[0] ?? '';
    this.all.push({ file, field, reason });
  }

  compareEntries(
    file: string,
    entries: readonly ParsedEntry[],
    beside: readonly Beside[],
    orderedBy: unknown,
  ): void {
    const leads = entries.filter(({ attachment }) => attachment === null);
    this.compare(file, 'entries', leads.length, beside.length);
    if (leads.length !== beside.length && beside.length === 0) return;
    const ours = leads.length === beside.length ? leads : knownTo(leads, beside);
    beside.forEach((theirs, i) => {
      const entry = ours[i]!;
      this.compare(file, 'entry number', entry.number, theirs['document_number']);
      this.compare(file, 'filedOn', entry.filedOn, theirs['date_filed'], {
        ...theirs,
        ordered_by: orderedBy,
      });
      this.compare(file, 'enteredOn', entry.enteredOn, theirs['date_entered']);
      this.compare(file, 'text', entry.text, theirs['description']);
      this.compare(file, 'document id', entry.documentId, theirs['pacer_doc_id']);
      if ('short_description' in theirs)
        this.compare(file, 'short text', entry.shortText, theirs['short_description']);
      if (theirs['pacer_seq_no']) this.compare(file, 'sequence', entry.sequence, theirs['pacer_seq_no']);
    });
  }

  compareHeader(file: string, header: DocketHeader, beside: Beside): void {
    const fields: readonly (readonly [keyof DocketHeader, string])[] = [
      ['court', 'court_id'],
      ['number', 'docket_number'],
      ['title', 'case_name'],
      ['judge', 'assigned_to_str'],
      ['referredTo', 'referred_to_str'],
      ['filedOn', 'date_filed'],
      ['terminatedOn', 'date_terminated'],
      ['lastFiledOn', 'date_last_filing'],
      ['cause', 'cause'],
      ['natureOfSuit', 'nature_of_suit'],
      ['juryDemand', 'jury_demand'],
      ['jurisdiction', 'jurisdiction'],
      ['demand', 'demand'],
    ];
    for (const [ours, theirs] of fields)
      if (theirs in beside) {
        const field = ours === 'referredTo' ? 'judge' : ours === 'filedOn' ? 'case filedOn' : ours;
        this.compare(file, field, header[ours], beside[theirs]);
      }
  }

  compareParties(file: string, parties: readonly DocketParty[], beside: readonly Beside[]): void {
    this.compare(file, 'parties', parties.length, beside.length);
    if (parties.length !== beside.length) return;
    beside.forEach((theirs, i) => {
      const party = parties[i]!;
      this.compare(file, 'party name', party.name, theirs['name']);
      this.compare(file, 'party role', party.role.toLowerCase(), String(theirs['type']).toLowerCase());
      this.compare(file, 'party details', party.details, theirs['extra_info']);
      this.compare(file, 'party terminated', party.terminatedOn, theirs['date_terminated']);
      const attorneys = (theirs['attorneys'] ?? []) as Beside[];
      this.compare(file, 'attorneys', party.attorneys.length, attorneys.length);
      attorneys.forEach((known, n) => {
        const attorney = party.attorneys[n];
        this.compare(file, 'attorney name', attorney?.name, known['name']);
        this.compare(file, 'contact', attorney?.contact, known['contact']);
        this.compare(
          file,
          'roles',
          attorney?.roles.join('|'),
          ((known['roles'] ?? []) as string[]).join('|'),
        );
      });
    });
  }

  compareMenu(file: string, entries: readonly ParsedEntry[], beside: Beside): void {
    const [lead, ...others] = entries;
    this.compare(file, 'document number', lead?.number, beside['document_number']);
    this.compare(file, 'document id', lead?.documentId, beside['pacer_doc_id']);
    this.compare(file, 'page count', lead?.pageCount, beside['page_count']);
    const attachments = beside['attachments'] as Beside[];
    this.compare(file, 'attachments', others.length, attachments.length);
    attachments.forEach((theirs, i) => {
      const row = others[i];
      this.compare(file, 'attachment', row?.attachment, theirs['attachment_number']);
      this.compare(file, 'text', row?.text, theirs['description']);
      this.compare(file, 'document id', row?.documentId, theirs['pacer_doc_id']);
      this.compare(file, 'page count', row?.pageCount, theirs['page_count']);
      if (theirs['file_size_bytes']) this.compare(file, 'size', row?.sizeBytes, theirs['file_size_bytes']);
    });
  }

  /** How many differ, by field and reason. */
  counts(): [field: string, reason: string, count: number, files: readonly string[]][] {
    const groups = new Map<string, Difference[]>();
    for (const each of this.all) {
      const key = `${each.field}\n${each.reason}`;
      groups.set(key, [...(groups.get(key) ?? []), each]);
    }
    return [...groups.values()]
      .map((group): [string, string, number, readonly string[]] => [
        group[0]!.field,
        group[0]!.reason,
        group.length,
        [...new Set(group.map(({ file }) => file))].toSorted(),
      ])
      .toSorted(([a, x], [b, y]) => (`${a}${x}` < `${b}${y}` ? -1 : 1));
  }
}

/** The events the other reading kept: those with a number, and the others it has room for. */
function knownTo(entries: readonly ParsedEntry[], beside: readonly Beside[]): ParsedEntry[] {
  return entries
    .filter(({ number, documentId }) => number !== null || documentId === null)
    .slice(0, beside.length);
}

function fold(value: unknown): string {
  return String(value ?? '')
    .replaceAll(/[\s\u00a0\u200b]+/g, ' ')
    .trim();
}
