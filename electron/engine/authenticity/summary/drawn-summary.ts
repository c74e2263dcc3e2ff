import type { SummaryText } from '../../../../shared/domain/authenticity/index.ts';
import type { Summary } from '../../../../shared/model/authenticity.ts';
import { letter } from '../../pdf/draw/drawn-page.ts';
import { margin } from '../../pdf/draw/paper.ts';

/** The table lies on its long side; Word's margins are the same. */
export const summaryWidth = letter.height - 2 * margin;

/** All that a summary puts on paper. */
export interface DrawnSummary {
  readonly text: SummaryText;
  readonly summary: Summary;
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
