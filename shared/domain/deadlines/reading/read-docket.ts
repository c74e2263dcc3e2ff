import type { DocketEntryId } from '../../../model/common.ts';
import { readAttachmentLists } from '../../docket/text/attachment-list.ts';
import { decidedDates, decidedMotions } from './docket/decided-motions.ts';
import { filedPapers } from './docket/filed-papers.ts';
import { motionsOfEntries } from './docket/motions-of.ts';
import { timesSetElsewhere } from './docket/times-elsewhere.ts';
import { addDays } from '../time/index.ts';
import { resetDates, undoneEntries } from './docket/later-entries.ts';
import { cap, pastExtension, secondRestraints } from './docket/longest-extension.ts';
import { movedDates } from './docket/moved-days.ts';
import { asPrinted, dutyProposal } from './ordered-times.ts';
import type { PlannedProposal, ProposalRequest } from './planned-proposal.ts';
import type { PrintedKind } from './printed/kinds.ts';
import { readPrintedDates, type PrintedDate } from './printed/read-printed.ts';
import { readUnclearDates } from './printed/read-unclear.ts';
import { countedFromDate, type CountedFromDate } from './undated/from-date.ts';
import { readUndatedDuties } from './undated/read-undated.ts';
import type { UndatedDuty } from './undated/time-words.ts';
import { readEvents } from './read-events.ts';
import { relativeDay } from './relative-days.ts';
import { sweepsOf, sweptDates } from './docket/swept-dates.ts';
import type { TriggeringEvent } from './triggering-event.ts';

type Entry = ProposalRequest['entries'][number];

/** What one entry says. */
export interface ReadEntry {
  readonly entry: Entry;
  /** Its text; empty for an attachment, of which the entry tells nothing more. */
  readonly text: string;
  readonly events: readonly TriggeringEvent[];
  readonly printed: PrintedDate[];
  /** Days ahead of which its words do not say what they are for. */
  readonly unclear: readonly PrintedDate[];
  /** The end of a restraint that the entry prints none of, by its rule; later entries can be held against it. */
  readonly end: PrintedDate | null;
  readonly said: readonly {
    readonly duty: UndatedDuty;
    readonly proposal: PlannedProposal;
    /** Its day, where it is counted from the order, its entry or a date of it. */
    readonly date: PrintedDate | null;
    /** How it is counted from a date of the entry; null where it is not. */
    readonly fromDate: CountedFromDate | null;
  }[];
}

/** Reads all that one entry says by itself. */
export function readEntry(entry: Entry, timezone: string): ReadEntry {
  const text = entry.attachment === null ? entry.text : '';
  const { rest } = readAttachmentLists(text);
  const own = readPrintedDates(text, timezone);
  const duties = readUndatedDuties(text, own).map((duty) => ({
    duty,
    day: relativeDay(duty, entry, rest, timezone),
  }));
  // A day that is sure is one that the entry prints.
  const sure = duties.flatMap(({ day }) => (day?.doubt === null ? [day.date] : []));
  const printed = [...own, ...sure];
  const said = duties
    .filter(({ day }) => day?.doubt !== null)
    .map(({ duty, day }) => {
      const fromDate = countedFromDate(duty, rest, printed);
      const proposal = dutyProposal(duty, entry, fromDate, day);
      const isFromDate = fromDate !== null && proposal.at === fromDate.at;
      return {
        duty,
        proposal,
        date: asPrinted(duty, proposal),
        fromDate: isFromDate ? fromDate : null,
      };
    });
  const events = readEvents(entry, timezone, own);
  const on = entry.filedOn ?? entry.enteredOn;
  const unclear = on === null ? [] : readUnclearDates(text, on, timezone, own);
  return { entry, text, events, printed, unclear, end: endByRule(events, printed), said };
}

function endByRule(events: readonly TriggeringEvent[], printed: readonly PrintedDate[]): PrintedDate | null {
  const own = events.find(({ event, at }) => event === 'tro_entered' && at !== null);
  if (!own || printed.some(({ kind }) => kind === 'expiry')) return null;
  const due = addDays(own.at!.slice(0, 10), cap);
  return { kind: 'expiry', label: '', due, party: '', trigger: null, quote: own.quote, start: 0, end: 0 };
}

/**
 * What entries make doubtful in one another.
 *
 * @param entries in docket order
 * @param read the same, as `readEntry` reads them
 */
export function readDocket(entries: readonly Entry[], read: readonly ReadEntry[]) {
  const dated = read.map(({ entry, printed, end, said }) => ({
    entry,
    printed: [...printed, ...(end ? [end] : []), ...said.flatMap(({ date }) => date ?? [])],
    duties: said.map(({ duty }) => duty),
  }));
  const undone = undoneEntries(entries);
  const decided = decidedMotions(entries);
  const motionsAt = motionsOfEntries(entries);
  const filed = filedPapers(entries, motionsAt);
  const later = [
    resetDates(dated, motionsAt),
    movedDates(dated),
    sweptDates(dated),
    decidedDates(dated, decided),
  ];
  return {
    laterDoubt: (date: PrintedDate): string | null =>
      later.find((doubts) => doubts.has(date))?.get(date) ?? null,
    doubtOfEntry: ({ number, attachment }: Entry): string | null =>
      number === null || attachment !== null
        ? null
        : (undone.get(number) ?? decided.get(number)?.why ?? null),
    tooLong: pastExtension(read),
    secondRestraints: secondRestraints(read),
    ended: endedCases(entries),
    responsesTo: (place: number) => filed(place, 'response', ''),
    whyFiled: (place: number, kind: PrintedKind, party: string): string | null => {
      const [first] = filed(place, kind, party);
      return first ? `${first.said} Check whether one is still due.` : null;
    },
    setElsewhere: timesSetElsewhere(read, motionsAt),
  };
}

/** Of each entry before one that stays or ends the case, the sentence that says so: what runs from it may run no longer. */
function endedCases(entries: ProposalRequest['entries']): Map<DocketEntryId, string> {
  const ended = new Map<DocketEntryId, string>();
  let doubt: string | null = null;
  for (const entry of entries.toReversed()) {
    if (doubt !== null) ended.set(entry.id, doubt);
    doubt = sweepsOf(entry).find(({ what }) => what.has('case'))?.doubt ?? doubt;
  }
  return ended;
}
