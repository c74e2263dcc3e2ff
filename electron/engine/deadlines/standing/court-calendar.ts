import { circuitOfCourt, statesOfCourt } from '../../../../shared/domain/court-zone.ts';
import { holidaysOf, type Holidays } from '../../../../shared/domain/deadlines/holidays/index.ts';
import { clerksEnd, countTime, instantOf } from '../../../../shared/domain/deadlines/time/index.ts';
import type { CourtMoment } from '../../../../shared/model/court-time.ts';
import type { CourtDay, DeadlineFields } from '../../../../shared/model/deadlines.ts';
import type { AddedDay, CourtPlace, Regime, TimeResult } from '../../../../shared/model/time-counting.ts';
import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';
import { endingCourt, withRuleWarnings } from '../cited-rule.ts';

/** Days a person added to the court's calendar in this matter, in their order. */
export function listCourtDays(session: MatterSession): CourtDay[] {
  return session
    .all(sql.selectFrom('court_day').selectAll().orderBy('day').orderBy('id'))
    .map(({ id, day, kind, name, note }) => ({ id, on: day, kind, name, note }));
}

/** Where a matter's court sits, as the matter says it. */
export interface MatterCourt {
  /** Code such as wawd; empty where not yet known. */
  readonly court: string;
  readonly timezone: string;
}

/** Court and zone of a matter. */
export function matterCourt(session: MatterSession): MatterCourt {
  const { court, timezone } = session.one(sql.selectFrom('matter').select(['court', 'timezone']));
  return { court: court.toLowerCase(), timezone };
}

/** What is needed to count the deadlines of one matter: its court's place, its holidays, and the days people added. */
export class CourtCalendar {
  readonly court: string;
  readonly timezone: string;
  readonly #added: readonly AddedDay[];
  readonly #ofRegime = new Map<Regime, { place: CourtPlace; holidays: Holidays }>();

  constructor({ court, timezone }: MatterCourt, days: readonly AddedDay[]) {
    this.court = court;
    this.timezone = timezone;
    this.#added = days.map(({ on, kind, name, note }) => ({ on, kind, name, note }));
  }

  /**
   * Counts one deadline from a moment.
   *
   * @throws AppError INVALID_INPUT where the period cannot be counted from that moment
   */
  count(
    fields: Pick<DeadlineFields, 'period' | 'service' | 'regime' | 'contract' | 'rule'>,
    trigger: CourtMoment,
  ): TimeResult {
    const { period, service, regime, contract } = fields;
    const { place: where, holidays } = this.#at(regime);
    const place = { ...where, ...endingCourt(fields.rule, this.#bench) };
    const request = { trigger, period, service, regime, place, added: [...this.#added], contract };
    return withRuleWarnings(countTime(request, holidays), fields, {
      circuit: this.#bench.circuit,
      timezone: this.timezone,
    });
  }

  /**
   * The end of a moment that an order set or the clerk printed: a day ends by the clock of the clerk who takes the paper, a minute is
   * its own end.
   */
  endOf(
    rule: DeadlineFields['rule'],
    held: CourtMoment,
  ): { readonly dueAt: CourtMoment | null; readonly endsAt: string } {
    const { timezone } = this;
    if (held.length > 10) return { dueAt: held, endsAt: instantOf(held, timezone) };
    return clerksEnd(held, { timezone, ...endingCourt(rule, this.#bench) });
  }

  get #bench(): { readonly court: string; readonly circuit: string | null } {
    return { court: this.court, circuit: circuitOfCourt(this.court) };
  }

  /** States whose holidays count forward in this court. */
  get states(): readonly string[] {
    return this.#at('frcp').place.states;
  }

  #at(regime: Regime): { place: CourtPlace; holidays: Holidays } {
    const known = this.#ofRegime.get(regime);
    if (known) return known;
    // Fed. R. App. P. 26(a)(6)(C) also counts the holidays of the state where the circuit clerk sits.
    const circuit = regime === 'frap' ? circuitOfCourt(this.court) : null;
    const states = statesOfCourt(this.court, circuit ?? undefined);
    const made = {
      place: { timezone: this.timezone, states },
      holidays: holidaysOf(states, this.#added),
    };
    this.#ofRegime.set(regime, made);
    return made;
  }
}

/** The calendar by which a matter's deadlines are counted now. */
export function calendarOf(session: MatterSession): CourtCalendar {
  return new CourtCalendar(matterCourt(session), listCourtDays(session));
}
