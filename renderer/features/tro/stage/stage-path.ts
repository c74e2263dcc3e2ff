import { currentEvents } from '../../../../shared/domain/tro/request-events.ts';
import type { CourtMoment } from '../../../../shared/model/court-time.ts';
import type { TroEventKind, TroRequest, TroStage } from '../../../../shared/model/tro.ts';

/** A step of a request. `decision` and `end` mean whichever decision or end comes. */
export interface StageStep {
  readonly stage: TroStage | 'decision' | 'end';
  readonly state: 'done' | 'current' | 'passed_over' | 'ahead';
  /** When it was reached; null where that is not recorded. */
  readonly at: CourtMoment | null;
}

const reachedBy: Partial<Readonly<Record<TroStage, readonly TroEventKind[]>>> = {
  filed: ['motion_filed'],
  served: ['motion_served'],
  opposed: ['intent_to_oppose_filed', 'response_filed'],
  heard: ['hearing_held'],
  granted: ['granted'],
  extended: ['extended'],
  dissolved: ['dissolved'],
  converted: ['converted'],
  denied: ['denied'],
  withdrawn: ['withdrawn'],
};
const before: readonly TroStage[] = ['drafting', 'filed', 'served', 'opposed', 'heard'];
const final: readonly TroStage[] = ['expired', 'dissolved', 'converted'];

/**
 * The steps of a request from drafting to its end, as far as known: past, present, and what may follow.
 * A step that was never recorded though a later one was is passed over, not done.
 */
export function stagePath(request: Pick<TroRequest, 'stage' | 'events' | 'expiry'>): StageStep[] {
  const { stage, expiry } = request;
  const events = currentEvents(request.events);
  const atOf = (each: TroStage): CourtMoment | null =>
    each === 'expired' ? (expiry?.at ?? null) : latest(events, reachedBy[each] ?? []);
  const isDenied = stage === 'denied';
  const isWithdrawn = stage === 'withdrawn';
  const isGranted =
    atOf('granted') !== null || stage === 'granted' || stage === 'extended' || final.includes(stage);
  const names: (TroStage | 'decision' | 'end')[] = [...before];
  if (isWithdrawn) names.push('withdrawn');
  else if (isDenied) names.push('denied');
  else if (!isGranted) names.push('decision');
  else {
    names.push('granted');
    if (atOf('extended') !== null || stage === 'extended' || stage === 'granted') names.push('extended');
    names.push(final.find((each) => each === stage) ?? 'end');
  }
  const current = names.indexOf(stage);
  return names.map((name, index) => {
    if (name === 'decision' || name === 'end') return { stage: name, state: 'ahead', at: null };
    const at = atOf(name);
    if (index === current) return { stage: name, state: 'current', at };
    if (index > current) return { stage: name, state: 'ahead', at: null };
    return { stage: name, state: name === 'drafting' || at !== null ? 'done' : 'passed_over', at };
  });
}

function latest(events: TroRequest['events'], kinds: readonly TroEventKind[]): CourtMoment | null {
  return events.findLast(({ kind }) => kinds.includes(kind))?.at ?? null;
}
