import { formatCount } from '../amounts.ts';
import type { EvidenceKind, Privilege } from '../../model/evidence.ts';
import { groupOf } from '../evidence/kind-groups.ts';
import { privilegeWords } from './decision-words.ts';

/** A withheld item, as far as a privilege log may describe it: neither its title nor its name is known here. */
export interface WithheldItem {
  readonly id: string;
  readonly kind: EvidenceKind;
  /** Bates numbers: those given here, those seen on it, and those that are void now, which say so. */
  readonly numbers: readonly string[];
  /** The day it says it was sent or written; null where it says none. */
  readonly day: string | null;
  readonly authors: readonly string[];
  readonly recipients: readonly string[];
  readonly copied: readonly string[];
  readonly privilege: Exclude<Privilege, 'none'>;
  /** Its description, which reveals nothing that is privileged. */
  readonly description: string;
  /** Items that came in it, withheld or not. */
  readonly memberIds: readonly string[];
}

export interface PrivilegeLogEntry {
  readonly evidenceId: string;
  /** Cells as many as `privilegeLogColumns`. */
  readonly cells: readonly string[];
  /** Whether it came in the item before it. */
  readonly isAttachment: boolean;
  /** Columns that are empty and should not be. */
  readonly missing: readonly string[];
}

export const privilegeLogColumns = [
  { head: 'No.', share: 4 },
  { head: 'Bates / control no.', share: 13 },
  { head: 'Date', share: 8 },
  { head: 'Type', share: 9 },
  { head: 'Author', share: 13 },
  { head: 'Recipients', share: 13 },
  { head: 'Copied', share: 11 },
  { head: 'Privilege claimed', share: 11 },
  { head: 'Description', share: 20 },
  { head: 'Family', share: 12 },
] as const;

/**
 * The log of what is withheld: one line an item, by day, each attachment under what it came in. It says what the rule asks for
 * and nothing that is privileged: of an item's own words only the description that counsel wrote.
 *
 * @param items withheld items; their order makes no difference
 * @see Fed. R. Civ. P. 26(b)(5)(A)(ii)
 */
export function privilegeLog(items: readonly WithheldItem[]): PrivilegeLogEntry[] {
  const lines = inFamilies(items);
  const numbers = new Map(lines.map(({ item }, at) => [item.id, at + 1]));
  return lines.map(({ item, parent }, at) => {
    const cells = [
      String(at + 1),
      item.numbers.join('; ') || item.id,
      item.day ?? '',
      typeWords(item.kind),
      item.authors.join('; '),
      item.recipients.join('; '),
      item.copied.join('; '),
      privilegeWords[item.privilege],
      item.description,
      familyWords(item, parent === null ? null : numbers.get(parent.id)!, numbers),
    ];
    return { evidenceId: item.id, cells, isAttachment: parent !== null, missing: missingOf(item) };
  });
}

interface Line {
  readonly item: WithheldItem;
  readonly parent: WithheldItem | null;
}

/** Items by day, then id, each followed by what came in it; an item that came in several is under the first. */
function inFamilies(items: readonly WithheldItem[]): Line[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const ordered = items.toSorted((a, b) => {
    const [one, other] = [a.day ?? '9999', b.day ?? '9999'];
    if (one !== other) return one < other ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
  const isMember = new Set(items.flatMap(({ id, memberIds }) => memberIds.filter((member) => member !== id)));
  const lines = new Map<string, Line>();
  // A stack, not recursion: archives in archives may go deep.
  const place = (top: WithheldItem) => {
    const waiting: Line[] = [{ item: top, parent: null }];
    for (let line = waiting.pop(); line; line = waiting.pop()) {
      const { item } = line;
      if (lines.has(item.id)) continue;
      lines.set(item.id, line);
      const members = item.memberIds.flatMap((id) => byId.get(id) ?? []);
      waiting.push(...members.toReversed().map((member) => ({ item: member, parent: item })));
    }
  };
  for (const item of ordered) if (!isMember.has(item.id)) place(item);
  // What is left came in itself through others.
  for (const item of ordered) place(item);
  return [...lines.values()];
}

function familyWords(
  { memberIds }: WithheldItem,
  parentNumber: number | null,
  numbers: ReadonlyMap<string, number>,
): string {
  const listed = memberIds.flatMap((id) => numbers.get(id) ?? []).toSorted((a, b) => a - b);
  const rest = memberIds.length - listed.length;
  return [
    parentNumber === null ? null : `Attachment to no. ${parentNumber}`,
    listed.length === 0 ? null : `Attachments: no. ${listed.join(', ')}`,
    rest === 0 ? null : `${formatCount(rest, 'attachment')} not withheld`,
  ]
    .filter((part) => part !== null)
    .join('; ');
}

/** The rule asks for who and when, and for a description; a mail has recipients. */
function missingOf({ day, authors, recipients, description, kind }: WithheldItem): string[] {
  return [
    day === null && 'Date',
    authors.length === 0 && 'Author',
    groupOf(kind) === 'mail' && recipients.length === 0 && 'Recipients',
    description === '' && 'Description',
  ].filter((part) => part !== false);
}

function typeWords(kind: EvidenceKind): string {
  switch (kind) {
    case 'spreadsheet':
    case 'csv':
      return 'Spreadsheet';
    case 'presentation':
      return 'Presentation';
    case 'audio':
      return 'Audio recording';
    case 'video':
      return 'Video recording';
    default:
      return groupWords[groupOf(kind)];
  }
}

const groupWords = {
  pdf: 'Document',
  image: 'Image',
  mail: 'E-mail',
  archive: 'Archive',
  text: 'Document',
  office: 'Document',
  media: 'Recording',
  other: 'File',
} as const;
