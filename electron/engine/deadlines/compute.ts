import { circuitClerk, regimeOfCourt } from '../../../shared/domain/court-zone.ts';
import { holidaysOf } from '../../../shared/domain/deadlines/holidays/index.ts';
import { periodOf } from '../../../shared/domain/deadlines/rules/period-of.ts';
import { ruleInForce } from '../../../shared/domain/deadlines/rules/rules-in-force.ts';
import { countTime, earnsThreeDays } from '../../../shared/domain/deadlines/time/index.ts';
import { AppError, isAppError } from '../../../shared/errors/app-error.ts';
import type { ListedRule } from '../../../shared/model/rule-pack.ts';
import type { Period, Regime, TimeResult, TimeWarning } from '../../../shared/model/time-counting.ts';
import type { AreaHandlers } from '../handlers.ts';
import { endingCourt, withRuleWarnings } from './cited-rule.ts';
import { invalid, placeOf } from './computed-place.ts';
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
  const period = periodOfRequest(request, rule);
  if (period.unit === 'hours' && request.trigger.length === 10) throw new AppError('DEADLINE_NEEDS_MINUTE');
  const { trigger, contract, added } = request;
  const regime =
    request.regime ?? (contract ? 'contract' : (rule?.regime ?? regimeOfCourt(request.court ?? '')));
  const { place, court, circuit, unknown } = placeOf(atHomeOf(rule, request), regime);
  const taking = endingCourt(rule, { court, circuit });
  // For a paper for the circuit clerk, that clerk's clock decides where no other is known.
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
  if (rule && earnsThreeDays(request.service) && !isLengthened)
    warnings.push({ code: 'SERVICE_ADDS_NOTHING', message: serviceRemark(rule, regime) });
  return {
    result: withRuleWarnings({ ...result, warnings }, { rule, regime }, { circuit, timezone }),
    rule,
  };
}

function periodOfRequest({ period }: Computation, rule: ListedRule | null): Period {
  if (rule && period) throw invalid('give a rule or a period, not both');
  const counted = rule ? periodOf(rule) : period;
  if (!counted) throw invalid('give the id of a rule, or a period: count, unit and direction');
  return counted;
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
