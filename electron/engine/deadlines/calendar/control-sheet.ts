import { basename } from 'node:path';
import { formatDay, formatMoment, formatTimeZone } from '../../../../shared/domain/court-words.ts';
import { effectiveDue, endAfterMidnight } from '../../../../shared/domain/deadlines/effective-due.ts';
import { reasonOf } from '../../../../shared/domain/deadlines/reason.ts';
import { momentAt } from '../../../../shared/domain/deadlines/time/index.ts';
import type { FileRef } from '../../../../shared/model/common.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import type { JobContext } from '../../handlers.ts';
import type { DrawnPage } from '../../pdf/draw/drawn-page.ts';
import { margin, Paper } from '../../pdf/draw/paper.ts';
import type { Typesetter } from '../../pdf/draw/typesetter.ts';
import { writeDrawn, type WrittenPdf } from '../../pdf/draw/write-drawn.ts';
import { sql } from '../../store/query-builder.ts';
import { listDeadlines } from '../list-deadlines.ts';
import { confirmNote, countedLines } from './events.ts';

interface Sheet {
  readonly matter: { title: string; number: string; court: string; timezone: string };
  readonly deadlines: readonly Deadline[];
  /** The day it was printed, on the court's clock. */
  readonly printedOn: string;
}

const columns = { when: margin, what: margin + 156 };

/**
 * Makes the control sheet: every deadline with its arithmetic, and room for the initials of two people. A second person counts
 * each again on it. The same deadlines give the same bytes, but for the day it was printed.
 *
 * @throws AppError FILE_EXISTS, FILE_UNWRITABLE, CANCELLED
 */
export async function writeControlSheet(
  { target }: { readonly target: FileRef },
  context: JobContext,
): Promise<WrittenPdf & { path?: string }> {
  const { session, platform, signal } = context;
  const filePath = context.resolveFile(target);
  context.progress(0, 0, basename(filePath));
  const matter = session.one(sql.selectFrom('matter').select(['title', 'number', 'court', 'timezone']));
  const sheet: Sheet = {
    matter,
    deadlines: listDeadlines(session).filter(({ status }) => status !== 'dismissed'),
    printedOn: momentAt(platform.now(), matter.timezone).slice(0, 10),
  };
  const written = await writeDrawn(filePath, {
    title: ['Control sheet', matter.number, matter.title].filter((part) => part !== '').join(' · '),
    layOut: (type, total) => layOut(sheet, type, total),
    platform,
    signal,
  });
  return { ...written, ...(context.isTrusted && { path: filePath }) };
}

function layOut({ matter, deadlines, printedOn }: Sheet, type: Typesetter, total: number): DrawnPage[] {
  const named = [matter.number, matter.title].filter((part) => part !== '').join('  ·  ');
  const paper = new Paper(type, {
    total,
    running: named,
    foot: `Printed ${formatDay(printedOn)}. ${confirmNote}`,
  });
  paper.paragraph('Deadline control sheet', { size: 16, weight: 'bold', gap: 3 });
  paper.paragraph(named, { size: 11, weight: 'regular', gap: 3 });
  paper.paragraph(
    `All times are on the court’s clock (${formatTimeZone(matter.timezone)}). A day ends at midnight there unless another end is given. Count each date again and initial it.`,
    { size: 9.5, weight: 'regular', gap: 10, isGray: true },
  );
  const open = deadlines.filter(({ status }) => status === 'open');
  const done = deadlines.filter(({ status }) => status === 'done');
  if (open.length === 0) paper.paragraph('No open deadlines.', { size: 9.5, weight: 'regular', gap: 0 });
  for (const deadline of open) drawDeadline(deadline, matter.timezone, paper);
  if (done.length > 0) {
    paper.heading('Done');
    paper.table([
      { x: columns.when, text: 'Due' },
      { x: columns.what, text: 'Deadline and proof' },
    ]);
    for (const { due, dueAt, title, proof } of done)
      paper.row([
        { x: columns.when, right: columns.what - 8, text: formatMoment(dueAt ?? due, matter.timezone) },
        {
          x: columns.what,
          text: proof
            ? `${title}. Done ${formatMoment(proof.at, matter.timezone)}${proof.note === '' ? '' : `: ${proof.note}`}`
            : title,
        },
      ]);
  }
  return paper.finish();
}

function drawDeadline(deadline: Deadline, timezone: string, paper: Paper): void {
  const small = { size: 9, weight: 'regular', gap: 1, indent: 14 } as const;
  paper.keepTogether(110);
  const later = endAfterMidnight(deadline, timezone);
  const until = later === null ? '' : `, until ${formatMoment(later, timezone)}`;
  paper.paragraph(`${formatMoment(effectiveDue(deadline), timezone)}${until}`, {
    size: 12,
    weight: 'bold',
    gap: 0,
  });
  paper.paragraph(deadline.title, { size: 10.5, weight: 'bold', gap: 2 });
  paper.paragraph(reasonOf(deadline, timezone), { ...small, indent: 0, gap: 3 });
  if (deadline.printed) paper.paragraph(`Printed: “${deadline.printed.quote}”`, small);
  for (const line of countedLines(deadline, timezone)) paper.paragraph(line, small);
  for (const { due, note } of deadline.overrides)
    paper.paragraph(`Order: ${formatMoment(due, timezone)}${note === '' ? '' : `, ${note}`}`, small);
  for (const { due, why } of deadline.computed?.alternatives ?? [])
    paper.paragraph(`Another reading: ${formatMoment(due, timezone)}. ${why}`, small);
  for (const { message } of deadline.flags) paper.paragraph(`Check: ${message}`, small);
  if (deadline.owner !== '') paper.paragraph(`Owner: ${deadline.owner}`, small);
  paper.space(20);
  paper.blank('Counted by, date', margin, 150);
  paper.blank('Checked by, date', margin + 170, 150);
  paper.blank('Calendared', margin + 340, 120);
  paper.space(40);
}
