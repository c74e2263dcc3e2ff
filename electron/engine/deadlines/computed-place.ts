import {
  circuitNames,
  circuitOfCourt,
  courtPlace,
  isCourtOfAppeals,
  statesOfCourt,
  zonesOfState,
} from '../../../shared/domain/court-zone.ts';
import { stateTables } from '../../../shared/domain/deadlines/holidays/index.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { CourtPlace, Regime } from '../../../shared/model/time-counting.ts';

/** A place as somebody named it: any part may be missing, in any case. */
interface NamedPlace {
  readonly court?: string | undefined;
  readonly state?: string | undefined;
  readonly timezone?: string | undefined;
  readonly circuit?: string | undefined;
}

/** Where a period is counted. */
interface OpenPlace {
  /** `timezone` is null where nothing settles it. */
  readonly place: Omit<CourtPlace, 'timezone'> & { readonly timezone: string | null };
  readonly court: string | undefined;
  /** The circuit as given, else that of the court. */
  readonly circuit: string | null;
  /** Which of the two whose states' holidays Fed. R. App. P. 26(a)(6)(C) counts nobody named. */
  readonly unknown: 'circuit' | 'district' | null;
}

const knownStates: ReadonlySet<string> = new Set(stateTables.map(({ state }) => state));

/**
 * Zone and states of a place: each as given, else by the court, else the zone by the state.
 *
 * @throws AppError INVALID_INPUT for a court, state or circuit that there is none of
 */
export function placeOf(named: NamedPlace, regime: Regime): OpenPlace {
  const court = named.court?.trim().toLowerCase();
  const state = named.state?.trim().toUpperCase();
  const ofCourt = court === undefined ? null : courtPlace(court);
  if (ofCourt?.states.length === 0)
    throw invalid(`the court “${court}” is not known; give its state and time zone instead`);
  if (state !== undefined && !knownStates.has(state))
    throw invalid(`“${state}” is no state or territory; a state is named by two letters, like WA`);
  const given = named.circuit?.trim().toLowerCase();
  // Refused under every regime: a slip would otherwise only be seen once a period is one of the appellate rules.
  if (given !== undefined && !isCourtOfAppeals(given))
    throw invalid(`there is no circuit “${named.circuit}”; the circuits are ${circuitNames.join(', ')}`);
  const circuit = given ?? circuitNamedBy(court);
  const timezone = named.timezone ?? ofCourt?.timezone ?? (state === undefined ? null : zonesOfState(state));
  const states = new Set(state === undefined ? ofCourt?.states : [state]);
  if (regime !== 'frap') return { place: { timezone, states: [...states] }, court, circuit, unknown: null };
  // Fed. R. App. P. 26(a)(6)(C) also counts the holidays of the state where the circuit clerk sits.
  const ofClerk = circuit === null ? [] : statesOfCourt('', circuit);
  // A court of appeals has its clerk's state, and no district's.
  if (state === undefined && court !== undefined && isCourtOfAppeals(court)) states.clear();
  const [hasDistrict, hasCircuit] = [states.size > 0, ofClerk.length > 0];
  // Where neither is known, the count itself says so.
  const unknown = hasDistrict === hasCircuit ? null : hasDistrict ? 'circuit' : 'district';
  return { place: { timezone, states: [...new Set([...states, ...ofClerk])] }, court, circuit, unknown };
}

function circuitNamedBy(court: string | undefined): string | null {
  if (court === undefined) return null;
  return isCourtOfAppeals(court) ? court : circuitOfCourt(court);
}

/** Says what is wrong with what was asked for. */
export function invalid(summary: string): AppError {
  return new AppError('INVALID_INPUT', { summary });
}
