import {
  actorWords,
  collectedWords,
  describeFile,
  digestNames,
  receiptOf,
  recordedCopies,
  type Finding,
} from '../../../shared/domain/authenticity/index.ts';
import { formatCount, formatNumber } from '../../../shared/domain/amounts.ts';
import { formatStamp, formatTimeZone } from '../../../shared/domain/court-words.ts';
import { custodyDetails, custodyTitle } from '../../../shared/domain/evidence/custody-words.ts';
import type { Caption } from '../../../shared/domain/tro/index.ts';
import type { CustodyEvent, EvidenceItem } from '../../../shared/model/evidence.ts';
import type { DrawnPage } from '../pdf/draw/drawn-page.ts';
import { margin, Paper, type Style } from '../pdf/draw/paper.ts';
import type { Typesetter } from '../pdf/draw/typesetter.ts';
import { captionLines } from './caption-lines.ts';
import type { CheckedOriginal } from './check-originals.ts';
import type { FamilyMember, KeptCopy } from './read-provenance.ts';

export interface ReportedItem extends CheckedOriginal {
  readonly item: EvidenceItem;
  readonly ancestors: readonly FamilyMember[];
  readonly members: readonly FamilyMember[];
  readonly exhibits: readonly string[];
  readonly numbers: readonly string[];
  readonly keptCopies: readonly KeptCopy[];
}

export interface CustodyReport {
  readonly caption: Caption;
  /** Of the matter. */
  readonly title: string;
  readonly timezone: string;
  /** When originals were hashed and the record walked. */
  readonly at: string;
  readonly by: Pick<CustodyEvent, 'person' | 'account' | 'machine' | 'appVersion'>;
  /** About the matter's whole record. */
  readonly custody: Finding;
  readonly items: readonly ReportedItem[];
}

const text: Style = { size: 9.5, weight: 'regular', gap: 5 };
/** Lines of an event that stand on one page: with more, it goes on over the break. */
const keptLines = 20;
/** A table's heading and heads with its first row, in points. */
const beginningOfTable = 160;
const columns = { number: margin, event: margin + 36 };
/** Of what came in a mailbox or an archive; the report of the archive is about the archive. */
const membersAtMost = 1_000;

/** @param total pages there will be; lay out once to count them */
export function layOutCustodyReport(report: CustodyReport, type: Typesetter, total: number): DrawnPage[] {
  const { caption, title, timezone, at, by, custody, items } = report;
  const stamp = formatStamp(at, timezone);
  const paper = new Paper(type, {
    total,
    running: ['Custody report', caption.number, title].filter((part) => part !== '').join('  ·  '),
    foot: `Made ${stamp} by Forthwith ${by.appVersion}`,
  });
  paper.caption(captionLines(caption));
  paper.paragraph('Custody report', { size: 15, weight: 'bold', gap: 3 });
  paper.paragraph(
    items.length === 1
      ? items[0]!.item.originalName
      : formatCount(items.length, 'item of evidence', 'items of evidence'),
    { size: 11.5, weight: 'regular', gap: 4 },
  );
  paper.paragraph(
    `Made ${stamp} by ${actorWords(by)}, with Forthwith, version ${by.appVersion}. All times are on the court’s clock (${formatTimeZone(timezone)}), with its distance from UTC.`,
    { ...text, isGray: true },
  );
  paper.heading('What was checked for this report');
  drawFinding(findingOfAll(items), paper);
  drawFinding(custody, paper);
  for (const { item, altered } of items)
    if (altered !== null) drawFinding(alteredRecord(item, altered), paper);
  items.forEach((item, place) => {
    if (items.length > 1) {
      paper.newPage();
      paper.paragraph(`${place + 1} of ${items.length}: ${item.item.originalName}`, {
        size: 12.5,
        weight: 'bold',
        gap: 4,
      });
      drawFinding(item.finding, paper);
    }
    drawItem(item, timezone, paper);
  });
  paper.keepTogether(80);
  paper.space(44);
  paper.blank('Reviewed by (signature)', margin, 200);
  paper.blank('Name', margin + 220, 170);
  paper.blank('Date', margin + 410, 94);
  return paper.finish();
}

function drawFinding({ verdict, detail }: Finding, paper: Paper): void {
  paper.keepTogether(40);
  paper.paragraph(verdict, { size: 10.5, weight: 'bold', gap: 1 });
  paper.paragraph(detail, text);
}

/** That an item is called otherwise, or came from elsewhere, than its custody says. @param what of it differs, in words */
function alteredRecord({ originalName }: EvidenceItem, what: string): Finding {
  return {
    isSound: false,
    verdict: `THE RECORD OF “${originalName}” IS NOT WHAT ITS CUSTODY SAYS.`,
    detail: `What is written below as its ${what} is told by no event of its custody: it was altered outside the program.`,
  };
}

/** For one item, its own; for several, how many are sound, and which are not. */
function findingOfAll(items: readonly ReportedItem[]): Finding {
  if (items.length === 1) return items[0]!.finding;
  const unsound = items.filter(({ finding }) => !finding.isSound);
  if (unsound.length === 0)
    return {
      isSound: true,
      verdict: `All ${formatNumber(items.length)} originals are unaltered.`,
      detail:
        'Each was rehashed and has the SHA-256 with which it was received. The values follow, item by item.',
    };
  return {
    isSound: false,
    verdict: `${formatNumber(unsound.length)} OF ${formatCount(items.length, 'ORIGINAL', 'ORIGINALS')} ${unsound.length === 1 ? 'IS' : 'ARE'} NOT SHOWN TO BE WHAT CAME IN.`,
    detail: `${unsound.map(({ item }) => `“${item.originalName}”`).join(', ')}. What was found follows, item by item.`,
  };
}

function drawItem(reported: ReportedItem, timezone: string, paper: Paper): void {
  paper.heading('The item');
  for (const [label, words, weight] of factsOf(reported, timezone))
    if (words !== '') paper.labeled(label, words, weight);
  drawFamily(reported, paper);
  drawEvents(reported, timezone, paper);
  drawCopies(reported, timezone, paper);
}

type Fact = readonly [label: string, words: string, weight?: 'mono'];

function factsOf(
  { item, kept, now, custody, exhibits, numbers, finding }: ReportedItem,
  timezone: string,
): Fact[] {
  const receipt = receiptOf(custody);
  const known = (words: string) => (words === '' ? 'not recorded' : words);
  // Where the bytes differ, the values on record are not theirs.
  const nameOf = (digest: keyof typeof digestNames) =>
    `${digestNames[digest]}${finding.isSound ? '' : ', recorded'}`;
  const digest = (name: 'sha1' | 'md5'): Fact[] => {
    const value = kept[name];
    if (value !== null) return [[nameOf(name), value, 'mono']];
    const found = now?.[name];
    return found ? [[digestNames[name], `${found} (of the bytes now; none was kept)`]] : [];
  };
  return [
    ['Name as received', item.originalName],
    ['Title', item.title === item.originalName ? '' : item.title],
    ['Identifier', item.id],
    ['File', describeFile(item)],
    [nameOf('sha256'), kept.sha256, 'mono'],
    ...digest('sha1'),
    ...digest('md5'),
    ['Custodian', known(item.custodian)],
    ['Source', known(item.source)],
    ['Collected', known(collectedWords(item.collected, timezone))],
    ['Taken in', `${formatStamp(item.receivedAt, timezone)}${receipt ? ` by ${actorWords(receipt)}` : ''}`],
    ['Exhibits', exhibits.join('; ')],
    ['Bates numbers', numbers.join(', ')],
    ['Docket', item.docketNumbers.map((number) => `Dkt. ${number}`).join(', ')],
    ['State', item.isArchived ? 'Archived: out of sight, never removed' : ''],
    ...item.problems.map(({ message }): Fact => ['Noted of the file', message]),
  ];
}

function drawFamily({ ancestors, members }: ReportedItem, paper: Paper): void {
  if (ancestors.length + members.length === 0) return;
  paper.heading('Family');
  const line = ({ originalName, nameInside, sha256 }: FamilyMember, isAbove: boolean) => {
    const inside = nameInside === '' || nameInside === originalName ? '' : ` (inside it: “${nameInside}”)`;
    return `“${originalName}”${isAbove ? inside : inside && ` (named “${nameInside}” inside)`}. SHA-256 ${sha256}`;
  };
  for (const ancestor of ancestors)
    paper.labeled(ancestor.depth === 1 ? 'Came inside' : 'which came inside', line(ancestor, true));
  for (const member of members.slice(0, membersAtMost)) paper.labeled('Holds', line(member, false));
  if (members.length > membersAtMost)
    paper.labeled('Holds', `${formatCount(members.length - membersAtMost, 'more file')}, not listed here`);
}

function drawEvents({ custody }: ReportedItem, timezone: string, paper: Paper): void {
  paper.keepTogether(beginningOfTable);
  paper.heading('Custody, event by event');
  if (custody.length === 0) paper.paragraph('No custody event of this item is recorded.', text);
  else
    paper.table([
      { x: columns.number, text: 'Event' },
      { x: columns.event, text: 'What was done, when and by whom; its hash, and that of the event before' },
    ]);
  for (const event of custody) {
    const cell = {
      x: columns.event,
      text: custodyTitle(event),
      weight: 'bold' as const,
      below: [
        { text: `${formatStamp(event.at, timezone)}, by ${actorWords(event)}${versionWords(event)}` },
        ...custodyDetails(event).map((sentence) => ({ text: sentence })),
        ...carriedWords(event).map((sentence) => ({ text: sentence })),
        ...hashLines([
          [event.details['sha256'], 'of the file'],
          [event.hash, 'of this event'],
          [event.previousHash, 'of the event before'],
        ]),
      ],
    };
    paper.row([{ x: columns.number, text: String(event.sequence) }, cell], keptLines);
  }
  paper.table([]);
}

/** Values one under the other, letter under letter, each with its words after it; missing values are left out. */
function hashLines(lines: readonly (readonly [value: unknown, words: string])[]) {
  return lines.flatMap(([value, words]) =>
    typeof value === 'string' ? [{ text: `${value} ${words}`, size: 8, weight: 'mono' as const }] : [],
  );
}

function versionWords({ appVersion }: CustodyEvent): string {
  return appVersion === '' ? '' : `, with Forthwith ${appVersion}`;
}

/** In a review copy: where the event stands in the matter's own record. */
function carriedWords({ details }: CustodyEvent): string[] {
  const from = details['carriedFrom'] as { readonly sequence: number; readonly hash: string } | undefined;
  return from ? [`Carried over from the matter’s own record: event ${from.sequence}, hash ${from.hash}`] : [];
}

function drawCopies({ custody, keptCopies, kept }: ReportedItem, timezone: string, paper: Paper): void {
  const copies = [...keptCopies, ...recordedCopies(custody)];
  paper.keepTogether(beginningOfTable);
  paper.heading('Copies made of it, and what was done to them');
  if (copies.length === 0) {
    paper.paragraph('No copy is recorded.', text);
    return;
  }
  paper.paragraph(
    'Each is a file of its own with its own hash. The original above was not changed by any of them.',
    { ...text, isGray: true },
  );
  paper.table([
    { x: columns.number, text: '' },
    { x: columns.event, text: 'What was done, and the hash of what came of it' },
  ]);
  for (const [place, { at, what, sha256 }] of copies.entries()) {
    const cell = {
      x: columns.event,
      text: what,
      below: [
        { text: at === null ? '' : formatStamp(at, timezone), isGray: true },
        ...hashLines([[sha256, sha256 === kept.sha256 ? 'SHA-256, as the original' : 'SHA-256']]),
      ],
    };
    paper.row([{ x: columns.number, text: String(place + 1) }, cell], keptLines);
  }
  paper.table([]);
}
