import { noDetails } from '../../../../shared/domain/tro/check-event.ts';
import { parseDollars } from '../../../../shared/domain/tro/dollars.ts';
import { setTimes, type SetTime } from '../../../../shared/domain/tro/set-times.ts';
import type { ServiceKind } from '../../../../shared/model/time-counting.ts';
import type { TroEvent, TroEventFields, TroEventKind, TroStage } from '../../../../shared/model/tro.ts';
import { typedOf, type TypedMoment } from '../../deadlines/index.ts';
import type { Proof } from '../fields/ProofField.tsx';
import { recordWords as words } from '../words.ts';

/** An event as it is in the dialog. What its kind does not have is kept, for a person who changes the kind back. */
export interface EventDraft {
  readonly kind: TroEventKind;
  readonly at: TypedMoment;
  readonly service: ServiceKind | null;
  readonly times: Readonly<Record<SetTime, TypedMoment>>;
  readonly isWithNotice: boolean | null;
  readonly isByConsent: boolean;
  readonly security: string;
  readonly noticeHours: string;
  readonly note: string;
  readonly proof: Proof;
}

export interface EventShape {
  readonly hasService: boolean;
  readonly times: readonly SetTime[];
  readonly hasNotice: boolean;
  readonly hasSecurity: boolean;
  readonly hasConsent: boolean;
  readonly hasHours: boolean;
  /** Whether the day alone is not enough. */
  readonly needsMinute: boolean;
}

const plain: EventShape = {
  hasService: false,
  times: [],
  hasNotice: false,
  hasSecurity: false,
  hasConsent: false,
  hasHours: false,
  needsMinute: false,
};
const shapes: Partial<Readonly<Record<TroEventKind, EventShape>>> = {
  motion_served: { ...plain, hasService: true, needsMinute: true },
  schedule_ordered: {
    ...plain,
    times: setTimes.filter((time) => time !== 'expiresAt'),
  },
  granted: {
    ...plain,
    times: ['expiresAt', 'piHearingAt', 'securityBy'],
    hasNotice: true,
    hasSecurity: true,
    needsMinute: true,
  },
  extended: { ...plain, times: ['expiresAt', 'piHearingAt'], hasConsent: true },
  dissolution_noticed: { ...plain, hasHours: true },
};

/** What an event of a kind is asked for besides its moment. */
export function shapeOf(kind: TroEventKind): EventShape {
  return shapes[kind] ?? plain;
}

/** Whether a time is that of a hearing, which has a minute. */
export function isHearing(key: SetTime): boolean {
  return key === 'hearingAt' || key === 'piHearingAt';
}

const likelyNext: Partial<Readonly<Record<TroStage, TroEventKind>>> = {
  drafting: 'motion_filed',
  filed: 'motion_served',
  served: 'schedule_ordered',
  opposed: 'hearing_held',
  heard: 'granted',
  granted: 'extended',
  extended: 'converted',
};

/** What most likely happens next at a stage. */
export function likelyEvent(stage: TroStage): TroEventKind {
  return likelyNext[stage] ?? 'motion_filed';
}

/** The dialog's beginning: an event to correct, or an empty one. */
export function draftOf(event: TroEvent | null, kind: TroEventKind): EventDraft {
  const details = event?.details ?? noDetails;
  return {
    kind: event?.kind ?? kind,
    at: typedOf(event?.at ?? null),
    service: details.service,
    times: {
      serveBy: typedOf(details.serveBy),
      intentBy: typedOf(details.intentBy),
      responseBy: typedOf(details.responseBy),
      replyBy: typedOf(details.replyBy),
      hearingAt: typedOf(details.hearingAt),
      piHearingAt: typedOf(details.piHearingAt),
      securityBy: typedOf(details.securityBy),
      expiresAt: typedOf(details.expiresAt),
    },
    isWithNotice: details.isWithNotice,
    isByConsent: details.isByConsent ?? false,
    security: details.securityUsd === null ? '' : String(details.securityUsd),
    noticeHours: details.noticeHours === null ? '' : String(details.noticeHours),
    note: event?.note ?? '',
    proof: { entryId: event?.entryId ?? null, evidenceId: event?.evidenceId ?? null },
  };
}

export type EventProblems = Partial<
  Readonly<Record<'at' | 'service' | 'security' | 'noticeHours' | 'times' | SetTime, string>>
>;

/**
 * What keeps a draft from being recorded, by field. A field's own message about text that is not a date is not repeated,
 * but holds the event back.
 */
export function problemsOf(draft: EventDraft): EventProblems {
  const shape = shapeOf(draft.kind);
  const problems: { -readonly [K in keyof EventProblems]: EventProblems[K] } = {};
  const { at } = draft;
  if (at.isUnreadable) problems.at = words.unreadable;
  else if (at.moment === null) problems.at = words.atMissing;
  else if (shape.needsMinute && isDay(at.moment)) problems.at = words.minuteMissing;
  if (shape.hasService && (draft.service ?? 'none') === 'none') problems.service = words.serviceMissing;
  for (const key of shape.times) {
    const { moment, isUnreadable } = draft.times[key];
    if (isUnreadable) problems[key] = words.unreadable;
    else if (moment !== null && isHearing(key) && isDay(moment)) problems[key] = words.hearingMinuteMissing;
  }
  if (draft.kind === 'schedule_ordered' && shape.times.every((key) => isEmpty(draft.times[key])))
    problems.times = words.noTimes;
  if (draft.kind === 'extended' && isEmpty(draft.times.expiresAt)) problems.expiresAt = words.endMissing;
  if (shape.hasSecurity && parseDollars(draft.security) === undefined) problems.security = words.notAmount;
  if (shape.hasHours && parseHours(draft.noticeHours) === undefined) problems.noticeHours = words.notHours;
  else if (shape.hasHours && draft.noticeHours.trim() !== '' && at.moment !== null && isDay(at.moment))
    problems.at = words.minuteMissing;
  return problems;
}

/** The event of a draft without problems; null where its moment is missing. */
export function eventOf(draft: EventDraft): TroEventFields | null {
  const { kind, at, times, note, proof } = draft;
  if (at.moment === null) return null;
  const shape = shapeOf(kind);
  const set = Object.fromEntries(shape.times.map((key) => [key, times[key].moment]));
  return {
    kind,
    at: at.moment,
    note,
    ...proof,
    details: {
      ...noDetails,
      ...set,
      service: shape.hasService ? draft.service : null,
      isWithNotice: shape.hasNotice ? draft.isWithNotice : null,
      isByConsent: shape.hasConsent ? draft.isByConsent : null,
      securityUsd: shape.hasSecurity ? (parseDollars(draft.security) ?? null) : null,
      noticeHours: shape.hasHours ? (parseHours(draft.noticeHours) ?? null) : null,
    },
  };
}

function isEmpty({ moment, isUnreadable }: TypedMoment): boolean {
  return moment === null && !isUnreadable;
}

function isDay(moment: string): boolean {
  return moment.length === 10;
}

/** Hours of notice shorter than two days; null where none are typed, undefined where it is not such a number. */
function parseHours(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  return /^\d{1,2}$/.test(text) && Number(text) <= 47 ? Number(text) : undefined;
}
