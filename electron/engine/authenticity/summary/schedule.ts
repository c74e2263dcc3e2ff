import { describeFile, type SummaryText } from '../../../../shared/domain/authenticity/index.ts';
import type { Summary } from '../../../../shared/model/authenticity.ts';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import { letter } from '../../pdf/draw/drawn-page.ts';
import { margin } from '../../pdf/draw/paper.ts';

/** The table lies on its long side; Word's margins are the same. */
export const summaryWidth = letter.height - 2 * margin;

/** An underlying item, by which it can be found and told from every other. */
export interface ScheduledItem {
  /** As it was received. */
  readonly name: string;
  /** What the file is. */
  readonly file: string;
  readonly bates: string;
  readonly sha256: string;
}

/** All that a summary puts on paper. */
export interface DrawnSummary {
  readonly text: SummaryText;
  readonly summary: Summary;
  /** In the order of the rows, and numbered as they are. */
  readonly schedule: readonly ScheduledItem[];
}

export function scheduleOf({ rows }: Summary, items: readonly EvidenceItem[]): ScheduledItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return rows.map(({ id, cells: { bates, sha256 } }) => {
    const item = byId.get(id)!;
    return { name: item.originalName, file: describeFile(item), bates, sha256 };
  });
}

/** Lines for the people who prepared and checked it. */
export const signedBy = ['Prepared by', 'Checked against the items by', 'Date'] as const;

export const summaryHeadings = {
  counts: 'What is counted',
  bySender: ['Sender', 'Messages'],
  byMonth: ['Month', 'Messages'],
  schedule: 'Schedule of the underlying items',
  scheduled: ['No.', 'Item as received', 'Bates numbers', 'SHA-256'],
  notice: 'Notice: for counsel, no part of the summary',
} as const;
