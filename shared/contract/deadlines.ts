import { z } from 'zod';
import { CourtDayId, DeadlineId, DocketEntryId, FileRef, instant, isoDate } from '../model/common.ts';
import { courtMoment, courtTimezone } from '../model/court-time.ts';
import {
  CourtDay,
  Deadline,
  DeadlineFields,
  DeadlineProof,
  DeadlineProposal,
  Reminder,
  RulePackSummary,
} from '../model/deadlines.ts';
import { ListedRule } from '../model/rule-pack.ts';
import { AddedDay, ContractTerms, Period, Regime, ServiceKind, TimeResult } from '../model/time-counting.ts';
import {
  appAct,
  appQuery,
  editErrors,
  inMatter,
  matterAct,
  matterCommand,
  matterJob,
  matterQuery,
} from './define.ts';
import { textLimits } from '../model/text-limits.ts';

/** One computation without any matter. */
const computation = z.strictObject({
  trigger: courtMoment,
  /** A rule's id, or the period itself. */
  rule: z.string().max(120).optional(),
  period: Period.optional(),
  service: ServiceKind.default('none'),
  /** Defaults to the rule's own; for a bare period, to `frap` in a court of appeals, else `frcp`. */
  regime: Regime.optional(),
  /** Court code; supplies the zone and the states when they are omitted. */
  court: z.string().max(40).optional(),
  state: z.string().max(40).optional(),
  /** Federal circuit: "9", "DC", "Fed". Its clerk's state counts too under FRAP 26. */
  circuit: z.string().max(40).optional(),
  timezone: courtTimezone.optional(),
  added: z.array(AddedDay).max(1_000).default([]),
  contract: ContractTerms.nullable().default(null),
  /** The rule applies as it was in force on this day; defaults to the trigger's day. */
  on: isoDate.optional(),
});

const written = z.object({
  fileName: z.string(),
  path: z.string().optional(),
  pages: z.number().int(),
  sha256: z.string(),
});

export const deadlinesContract = {
  /** Rules of all packs, shipped and own, with their versions. */
  'deadlines.rules': appQuery(
    z.strictObject({
      pack: z.string().max(40).optional(),
      court: z.string().max(40).optional(),
      on: isoDate.optional(),
    }),
    z.object({ packs: z.array(RulePackSummary), rules: z.array(ListedRule) }),
  ),
  'deadlines.pack.import': appAct(z.strictObject({ source: FileRef }), RulePackSummary, {
    errors: ['DEADLINE_RULE_PACK_INVALID', 'FILE_NOT_FOUND', 'FILE_UNWRITABLE'],
    changes: ['deadlines'],
  }),
  'deadlines.pack.remove': appAct(z.strictObject({ pack: z.string().max(255) }), z.null(), {
    errors: ['NOT_FOUND', 'FILE_UNWRITABLE'],
    changes: ['deadlines'],
  }),
  /** Computes many periods at once; each succeeds or fails on its own. */
  'deadlines.compute': appQuery(
    z.strictObject({ requests: z.array(computation).min(1).max(100_000) }),
    z.array(
      z.object({
        result: TimeResult.nullable(),
        rule: ListedRule.nullable(),
        error: z
          .object({ code: z.string(), message: z.string(), details: z.unknown().optional() })
          .optional(),
      }),
    ),
  ),

  /** Deadlines of a matter, soonest first, computed from the current triggers. */
  'deadlines.list': matterQuery(inMatter(), z.array(Deadline)),
  /** What a deadline would be, before it is added or changed. */
  'deadlines.preview': matterQuery(
    inMatter({ deadline: DeadlineFields, id: DeadlineId.optional() }),
    Deadline.pick({ triggerAt: true, computed: true, due: true, dueAt: true, endsAt: true, flags: true }),
    { errors: ['DEADLINE_CHAIN_LOOP', 'NOT_FOUND'] },
  ),
  /** Deadlines proposed from the docket: periods its events start, and dates the clerk printed. */
  'deadlines.propose': matterQuery(
    inMatter({ entryIds: z.array(DocketEntryId).max(10_000).optional() }),
    z.array(DeadlineProposal),
  ),
  'deadlines.add': matterCommand(
    inMatter({ deadlines: z.array(DeadlineFields).min(1).max(1_000) }),
    z.array(Deadline),
    {
      errors: [...editErrors, 'DEADLINE_NEEDS_MINUTE', 'DEADLINE_RULE_NOT_COUNTED'],
      changes: ['deadlines', 'tro', 'matter'],
      isUndoable: true,
    },
  ),
  'deadlines.update': matterCommand(
    inMatter({ id: DeadlineId, fields: DeadlineFields.partial() }),
    Deadline,
    {
      errors: [...editErrors, 'DEADLINE_CHAIN_LOOP', 'DEADLINE_NEEDS_MINUTE', 'DEADLINE_RULE_NOT_COUNTED'],
      changes: ['deadlines', 'tro'],
      isUndoable: true,
    },
  ),
  /** Deletes deadlines; one computed from a deleted deadline keeps its last known date and is flagged. */
  'deadlines.delete': matterCommand(
    inMatter({ ids: z.array(DeadlineId).min(1).max(1_000) }),
    z.object({ deleted: z.number().int() }),
    { errors: editErrors, changes: ['deadlines', 'tro', 'matter'], isUndoable: true },
  ),
  /** Marks a deadline done (with its proof), not needed, or open again. */
  'deadlines.setStatus': matterCommand(
    inMatter({
      id: DeadlineId,
      status: z.enum(['open', 'done', 'dismissed']),
      proof: DeadlineProof.optional(),
    }).refine(({ status, proof }) => (status === 'done') === (proof !== undefined), {
      message: 'what is done has its proof, and nothing else has',
      path: ['proof'],
    }),
    Deadline,
    { errors: editErrors, changes: ['deadlines', 'tro', 'matter'], isUndoable: true },
  ),
  /** Records that a court order set a different time. */
  'deadlines.override': matterCommand(
    inMatter({
      id: DeadlineId,
      due: courtMoment,
      entryId: DocketEntryId.nullable(),
      note: z.string().trim().max(textLimits.deadlines.reason),
    }),
    Deadline,
    { errors: editErrors, changes: ['deadlines', 'tro'], isUndoable: true },
  ),
  'deadlines.removeOverride': matterCommand(
    inMatter({ id: DeadlineId, overrideId: z.string().max(64) }),
    Deadline,
    { errors: editErrors, changes: ['deadlines', 'tro'], isUndoable: true },
  ),
  /** Acknowledges dates that moved; until then the old and the new date are both shown. */
  'deadlines.acknowledge': matterCommand(
    inMatter({ ids: z.array(DeadlineId).min(1).max(1_000) }),
    z.array(Deadline),
    { errors: editErrors, changes: ['deadlines', 'tro'], isUndoable: true },
  ),

  /** Days a person added to the court's calendar in this matter. */
  'deadlines.day.list': matterQuery(inMatter(), z.array(CourtDay)),
  'deadlines.day.add': matterCommand(inMatter({ day: AddedDay }), CourtDay, {
    errors: ['MATTER_READ_ONLY'],
    changes: ['deadlines', 'tro'],
    isUndoable: true,
  }),
  'deadlines.day.delete': matterCommand(inMatter({ id: CourtDayId }), z.null(), {
    errors: editErrors,
    changes: ['deadlines', 'tro'],
    isUndoable: true,
  }),
  /** Legal holidays and added days between two dates, for calendars. */
  'deadlines.calendar': matterQuery(
    inMatter({ from: isoDate, to: isoDate }),
    z.array(
      z.object({
        on: isoDate,
        name: z.string(),
        /** `closing`: agencies were closed by the President; whether courts count it is for each court to say. */
        kind: z.enum(['federal', 'state', 'added', 'closed', 'closing']),
        cite: z.string(),
        isUnconfirmed: z.boolean(),
      }),
    ),
  ),

  /** Reminders that are due and have not been seen. */
  'deadlines.reminders': matterQuery(inMatter(), z.array(Reminder)),
  /** Marks these deadlines' reminders up to now as seen. A read mark rather than an edit, so it cannot be undone. */
  'deadlines.remindersSeen': matterCommand(
    inMatter({ ids: z.array(DeadlineId).min(1).max(1_000) }),
    z.null(),
    { errors: ['MATTER_READ_ONLY'], changes: ['deadlines'] },
  ),
  /** Reminds again at an instant; null returns to the reminders as set. */
  'deadlines.snooze': matterCommand(inMatter({ id: DeadlineId, until: instant.nullable() }), Deadline, {
    errors: editErrors,
    changes: ['deadlines'],
    isUndoable: true,
  }),

  /** The deadlines as an iCalendar file, or as text where no target is given. An update replaces what was exported before. */
  'deadlines.ics': matterAct(
    inMatter({
      ids: z.array(DeadlineId).max(1_000).optional(),
      target: FileRef.optional(),
    }),
    z.object({ events: z.number().int(), content: z.string().nullable() }),
    { errors: ['FILE_EXISTS', 'FILE_UNWRITABLE', 'NOT_FOUND'] },
  ),
  /** A sheet for a second person's check: every deadline with its arithmetic and room for initials. */
  'deadlines.controlSheet': matterJob(inMatter({ target: FileRef }), written, {
    errors: ['FILE_EXISTS', 'FILE_UNWRITABLE'],
  }),
} as const;
