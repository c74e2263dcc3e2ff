import {
  circuitClerk,
  circuitNames,
  circuitOfCourt,
  courtPlace,
  isCourtOfAppeals,
  regimeOfCourt,
  statesOfCourt,
  zonesOfState,
} from '../../../shared/domain/court-zone.ts';
import { holidaysOf, stateTables } from '../../../shared/domain/deadlines/holidays/index.ts';
import { periodOf } from '../../../shared/domain/deadlines/rules/period-of.ts';
import { ruleInForce } from '../../../shared/domain/deadlines/rules/rules-in-force.ts';
import { countTime } from '../../../shared/domain/deadlines/time/index.ts';
import { AppError, isAppError } from '../../../shared/errors/app-error.ts';
import type { ListedRule } from '../../../shared/model/rule-pack.ts';
import type { CourtPlace, Regime, TimeResult, TimeWarning } from '../../../shared/model/time-counting.ts';
import type { AreaHandlers } from '../handlers.ts';
import { endingCourt, withRuleWarnings } from './cited-rule.ts';
import { listRules } from './rule-packs.ts';

type Compute = AreaHandlers<'deadlines'>['deadlines.compute'];
type Computation = Parameters<Compute>[0]['requests'][number];

/** Counts periods without a matter. Each is answered or refused on its own. */
export const computeHandlers: Pick<AreaHandlers<'deadlines'>, 'deadlines.compute'> = {
  'deadlines.compute': ({ requests }, { platform }) => {
    const rules = requests.some(({ rule }) => rule !== undefined) ? listRules(platform) : [];
    return requests.map((request) => {
      try {
        return compute(request, rules);
      } catch (error) {
        if (!isAppError(error)) throw error;
        return { result: null, rule: null, error: error.toBody() };
      }
    });
  },
};

/**
 * One computation: the rule's period or the one given, at the court's place.
 *
 * @throws AppError INVALID_INPUT, DEADLINE_RULE_NOT_FOUND, DEADLINE_RULE_NOT_COUNTED, DEADLINE_NEEDS_MINUTE
 */
function compute(
  request: Computation,
  rules: readonly ListedRule[],
): { result: TimeResult; rule: ListedRule | null } {
  const rule = request.rule === undefined ? null : findRule(request, rules);
  if (rule && request.period) throw invalid('give a rule or a period, not both');
  const period = rule ? periodOf(rule) : request.period;
  if (!period) throw invalid('give the id of a rule, or a period: count, unit and direction');
  if (period.unit === 'hours' && request.trigger.length === 10) throw new AppError('DEADLINE_NEEDS_MINUTE');
  const { trigger, contract, added } = request;
  const regime =
    request.regime ?? (contract ? 'contract' : (rule?.regime ?? regimeOfCourt(request.court ?? '')));
  const home = atHomeOf(rule, request);
  const court = home.court?.trim().toLowerCase();
  const circuit = circuitNamed(home.circuit?.trim().toLowerCase(), court);
  const taking = endingCourt(rule, { court, circuit });
  const { place, unknown } = placeOf(home, regime);
  // Of a paper for the circuit clerk that clerk's clock says all where no other is known.
  const timezone = place.timezone ?? circuitClerk(taking.court ?? '')?.timezone ?? null;
  // Only a period that runs from being served is lengthened by how.
  const isLengthened = rule === null || rule.isFromService;
  const service = isLengthened ? request.service : 'none';
  const count = (timezone: string) =>
    countTime(
      { trigger, period, service, regime, place: { ...place, timezone, ...taking }, added, contract },
      holidaysOf(place.states, added),
    );
  const result = timezone === null ? countAnywhere(count) : count(timezone);
  const warnings = [...result.warnings];
  if (timezone === null) warnings.push(zoneUnknown);
  if (unknown !== null && period.direction === 'after' && !period.isCap && period.unit !== 'fixed')
    warnings.push(appellateStateUnknown(unknown));
  if (rule && ['mail', 'clerk', 'other_consented'].includes(request.service) && !isLengthened)
    warnings.push({ code: 'SERVICE_ADDS_NOTHING', message: serviceRemark(rule, regime) });
  return {
    result: withRuleWarnings({ ...result, warnings }, { rule, regime }, { circuit, timezone }),
    rule,
  };
}

function findRule({ rule: id, on, trigger, court }: Computation, rules: readonly ListedRule[]): ListedRule {
  const day = on ?? trigger.slice(0, 10);
  const rule = ruleInForce(rules, id!, day, court?.toLowerCase() ?? null);
  if (!rule) throw new AppError('DEADLINE_RULE_NOT_FOUND', { rule: id, on: day });
  return rule;
}

/** Where nobody said a place, a rule of one court is counted at that court. */
function atHomeOf(rule: ListedRule | null, request: Computation): Computation {
  const isPlaced = [request.court, request.state, request.timezone].some((one) => one !== undefined);
  const [court, ...others] = rule?.courts ?? [];
  return isPlaced || court === undefined || others.length > 0 ? request : { ...request, court };
}

/** Why a rule's period is not lengthened by three days, whatever the manner of service. */
function serviceRemark({ cite, trigger, triggerText, unit }: ListedRule, regime: Regime): string {
  const from = `${cite} runs from ${triggerText}`;
  if (regime === 'frap')
    return `${from}. Three days are added only where a period runs from the service of a paper (Rule 26(c)), so none are.`;
  if (trigger === 'tro_motion_served' && unit === 'hours')
    return `${from}, in hours. That Rule 6(d) adds three days to them is not settled: none are added, and the earlier time is the safe one.`;
  return `${from}. Three days are added only for a party that was served under Rule 5(b)(2), so none are.`;
}

interface OpenPlace {
  readonly place: Omit<CourtPlace, 'timezone'> & { readonly timezone: string | null };
  /** Of the two whose states' holidays Fed. R. App. P. 26(a)(6)(C) counts, the one that nobody named. */
  readonly unknown: 'circuit' | 'district' | null;
}

const knownStates: ReadonlySet<string> = new Set(stateTables.map(({ state }) => state));

/** Zone and states: each as given, else by the court, else the zone by the state. */
function placeOf(request: Computation, regime: Regime): OpenPlace {
  const court = request.court?.trim().toLowerCase();
  const state = request.state?.trim().toUpperCase();
  const ofCourt = court === undefined ? null : courtPlace(court);
  if (ofCourt?.states.length === 0)
    throw invalid(`the court “${court}” is not known; give its state and time zone instead`);
  if (state !== undefined && !knownStates.has(state))
    throw invalid(`“${state}” is no state or territory; a state is named by two letters, like WA`);
  const circuit = request.circuit?.trim().toLowerCase();
  // Refused under every regime: a slip would otherwise only be seen once a period is one of the appellate rules.
  if (circuit !== undefined && !isCourtOfAppeals(circuit))
    throw invalid(`there is no circuit “${request.circuit}”; the circuits are ${circuitNames.join(', ')}`);
  const timezone =
    request.timezone ?? ofCourt?.timezone ?? (state === undefined ? null : zonesOfState(state));
  const states = new Set(state === undefined ? ofCourt?.states : [state]);
  if (regime !== 'frap') return { place: { timezone, states: [...states] }, unknown: null };
  const ofClerk = statesOfClerk(circuit, court);
  // A court of appeals has its clerk's state, and no district's.
  if (state === undefined && court !== undefined && isCourtOfAppeals(court)) states.clear();
  const [hasDistrict, hasCircuit] = [states.size > 0, ofClerk.length > 0];
  // Where neither is known, the count itself says so.
  const unknown = hasDistrict === hasCircuit ? null : hasDistrict ? 'circuit' : 'district';
  return { place: { timezone, states: [...new Set([...states, ...ofClerk])] }, unknown };
}

/** Fed. R. App. P. 26(a)(6)(C) also counts the holidays of the state where the circuit clerk sits. */
function statesOfClerk(circuit: string | undefined, court: string | undefined): string[] {
  const named = circuitNamed(circuit, court);
  return named === null ? [] : statesOfCourt('', named);
}

/** The circuit as given, else that of the court. */
function circuitNamed(circuit: string | undefined, court: string | undefined): string | null {
  return circuit ?? (court === undefined ? null : isCourtOfAppeals(court) ? court : circuitOfCourt(court));
}

const zoneUnknown: TimeWarning = {
  code: 'CHECK',
  message:
    'No court, state or time zone was given that settles the clock. The date is the court’s own; the instant at which it ends is given for UTC. Give the time zone.',
};

function appellateStateUnknown(whose: 'circuit' | 'district'): TimeWarning {
  const state = whose === 'circuit' ? 'where the circuit’s clerk sits' : 'of the district court';
  return {
    code: 'STATE_UNKNOWN',
    message: `The state ${state} is not known, so its holidays were not counted, Rule 26(a)(6)(C). The last day may be later, not earlier.`,
  };
}

/**
 * The count where the court's zone is not known: right only if it comes out alike with and without daylight saving.
 *
 * @throws AppError INVALID_INPUT where it does not
 */
function countAnywhere(count: (timezone: string) => TimeResult): TimeResult {
  const [saving, standard] = [count('America/New_York'), count('America/Phoenix')];
  if ((saving.dueAt ?? saving.due) !== (standard.dueAt ?? standard.due))
    throw invalid('clocks change within these hours; give the time zone, the court or the state');
  return count('UTC');
}

function invalid(summary: string): AppError {
  return new AppError('INVALID_INPUT', { summary });
}
