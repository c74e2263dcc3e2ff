import { formatMoment } from '../../../../shared/domain/court-words.ts';
import { effectiveDue, endAfterMidnight } from '../../../../shared/domain/deadlines/effective-due.ts';
import { reasonOf } from '../../../../shared/domain/deadlines/reason.ts';
import type { Deadline, DeadlineFlag, DeadlineProposal } from '../../../../shared/model/deadlines.ts';
import type { ListedRule } from '../../../../shared/model/rule-pack.ts';
import type { TimeResult } from '../../../../shared/model/time-counting.ts';
import { table } from '../../table.ts';

/** Printed under everything that shows a counted date. */
export const counselNote = 'Counsel must confirm every date.';

/** A computed date as scripts read it: `dueAt` only for a period that ends at a time of day. */
export function publicResult(result: TimeResult, rule: ListedRule | null = null) {
  const { due, dueAt, timezone, clerk, endsAt, steps, warnings, alternatives } = result;
  return {
    due,
    ...(dueAt !== null && { dueAt }),
    timezone,
    ...(clerk && { clerk }),
    endsAt,
    steps,
    warnings,
    alternatives,
    ...(rule && { rule }),
  };
}

/** A deadline as scripts read it: the date in force, and beside a date set by order the computed one. */
export function publicDeadline(deadline: Deadline) {
  const { id, title, rule, trigger, triggerAt, due, dueAt, endsAt, status, computed, overrides, ...rest } =
    deadline;
  return {
    id,
    title,
    rule,
    trigger: { ...trigger, at: triggerAt },
    due,
    dueAt,
    endsAt,
    status,
    ...(overrides.length > 0 && { overriddenBy: overrides.at(-1), overrides }),
    computed: computed && { due: computed.due, dueAt: computed.dueAt },
    ...(computed?.clerk && { clerk: computed.clerk }),
    steps: computed?.steps ?? [],
    warnings: computed?.warnings ?? [],
    alternatives: computed?.alternatives ?? [],
    ...rest,
  };
}

/** A computed date with its arithmetic, for a person. */
export function resultText(result: TimeResult, rule: ListedRule | null): string {
  const { timezone, steps, warnings, alternatives } = result;
  const words = (moment: string) => formatMoment(moment, timezone);
  // The first moment for something is not a last day.
  const isFirst = rule?.kind === 'earliest';
  const by = rule ? [`${rule.title}, ${rule.cite} (${rule.pack}.${rule.id})`] : [];
  return [
    isFirst
      ? `On or after ${words(effectiveDue(result))}`
      : `Due ${words(effectiveDue(result))}${untilText(result)}`,
    ...by,
    '',
    table(
      ['Step', 'From', 'To', 'Why', 'Rule'],
      steps.map(({ kind, from, to, why, cite }) => [kind, words(from), words(to), why, cite]),
    ),
    ...(rule?.note ? ['', `The rule: ${rule.note}`] : []),
    ...(warnings.length > 0 ? ['', ...warnings.map(({ message }) => `Note: ${message}`)] : []),
    ...(alternatives.length > 0
      ? ['', ...alternatives.map((one) => `Or ${words(one.due)}: ${one.why} (${one.cite})`)]
      : []),
    '',
    counselNote,
  ].join('\n');
}

/** Until when a day lasts, and by whose clock; of a minute, whose clock it is where that is not the district court's. */
function untilText(result: TimeResult): string {
  const { dueAt, timezone, clerk } = result;
  const later = endAfterMidnight(result, timezone);
  const whose = clerk ? `circuit clerk’s clock: ${clerk.timezone}` : timezone;
  if (dueAt !== null) return clerk ? ` (${whose})` : '';
  const midnight = later === null ? 'midnight' : formatMoment(later, timezone);
  return `, until ${midnight} (${whose}); on paper until the clerk’s office closes`;
}

/** Deadlines as a table, with notable points under each. */
export function deadlineTable(deadlines: readonly Deadline[], timezone: string, now: string): string {
  if (deadlines.length === 0) return 'No deadlines yet.';
  const status = ({ status, endsAt }: Deadline) => (status === 'open' && endsAt <= now ? 'PAST DUE' : status);
  const remarks = deadlines.flatMap(({ title, moved, flags }) => [
    ...(moved
      ? [`${title}: moved from ${formatMoment(moved.from, timezone)} to ${formatMoment(moved.to, timezone)}.`]
      : []),
    ...flags.map(({ message }) => `${title}: ${message}`),
  ]);
  return [
    table(
      ['Due', 'Deadline', 'Status', 'Why', 'Owner', 'Id'],
      deadlines.map((one) => [
        [effectiveDue(one), endAfterMidnight(one, timezone)]
          .flatMap((moment) => (moment === null ? [] : formatMoment(moment, timezone)))
          .join(', until '),
        one.title,
        status(one),
        reasonOf(one, timezone),
        one.owner,
        one.id,
      ]),
    ),
    ...(remarks.length > 0 ? ['', ...remarks] : []),
    '',
    counselNote,
  ].join('\n');
}

const speaksAgainst: ReadonlySet<DeadlineFlag['code']> = new Set(['CONFLICT', 'DOUBTED', 'HOUR_UNKNOWN']);

/** Proposals as a table; the usual ones are starred. */
export function proposalTable(proposals: readonly DeadlineProposal[], timezone: string): string {
  if (proposals.length === 0) return 'The docket gives nothing to add.';
  const mark = ({ isAdded, isSuggested }: DeadlineProposal) => (isAdded ? 'added' : isSuggested ? '*' : '');
  // Why a date should not be taken as it is; what a rule only notes of itself is told once it is added.
  const remarks = proposals.flatMap(({ kind, deadline, flags, isAdded }) =>
    flags
      .filter(({ code }) => (kind === 'printed' && !isAdded) || speaksAgainst.has(code))
      .map(({ message }) => `${deadline.title}: ${message}`),
  );
  return [
    table(
      ['', '>Entry', 'Due', 'Deadline', 'Rule', 'Key'],
      proposals.map((one) => [
        mark(one),
        one.entryNumber,
        one.computed || one.deadline.printed ? formatMoment(one.dueAt ?? one.due, timezone) : 'give its date',
        one.deadline.title,
        one.kind === 'printed' ? 'as printed' : (one.deadline.rule?.cite ?? ''),
        one.key,
      ]),
    ),
    ...(remarks.length > 0 ? ['', ...remarks] : []),
    '',
    `${proposals.some((one) => mark(one) === '*') ? '* is what “deadlines add --proposed” adds. ' : ''}${counselNote}`,
  ].join('\n');
}
