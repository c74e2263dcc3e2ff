import type { ListedRule, TriggerEvent } from '../../../model/rule-pack.ts';
import { isInForce } from '../rules/rules-in-force.ts';
import type { TriggeringEvent } from './triggering-event.ts';

/** A motion as every court knows it, and the classes that local rules make of it. */
const general: ReadonlySet<TriggerEvent> = new Set<TriggerEvent>(['motion_filed', 'motion_served']);
const classed: ReadonlySet<TriggerEvent> = new Set<TriggerEvent>([
  'long_motion_filed',
  'short_motion_filed',
  'same_day_motion_filed',
  'administrative_motion_filed',
  'discovery_motion_served',
  'injunction_motion_served',
  'dispositive_motion_served',
  'summary_judgment_served',
]);

/** The combined periods of Rule 81(c)(2), which only a removed case has; there they replace `answer`. */
const afterRemoval = 'removed_answer';
const beforeRemoval = 'answer';

/**
 * Which rules answer the events of one entry. A rule of the court replaces the general one with the same trigger and the
 * same title or id; a local class of motions replaces motions in general, except for what anybody must do.
 *
 * @param rules of every pack and version
 * @param court code of the matter's court
 * @param isRemoved whether the case came from a state court
 * @returns a function of an entry's events and the day that chooses a version where an event has no date
 */
export function rulesFor(
  rules: readonly ListedRule[],
  court: string,
  isRemoved: boolean,
): (events: readonly TriggeringEvent[], today: string) => { rule: ListedRule; event: TriggeringEvent }[] {
  const byTrigger = new Map<TriggerEvent, ListedRule[]>();
  for (const rule of rules) {
    const isHere = rule.courts.length === 0 || rule.courts.includes(court);
    const isOfRemoval = rule.combine?.key === afterRemoval;
    if (!isHere || (isRemoved ? rule.id === beforeRemoval : isOfRemoval)) continue;
    byTrigger.set(rule.trigger, [...(byTrigger.get(rule.trigger) ?? []), rule]);
  }
  return (events, today) => {
    const matches = events.flatMap((event) => {
      const inForce = (byTrigger.get(event.event) ?? []).filter((rule) =>
        isInForce(rule, event.at?.slice(0, 10) ?? today),
      );
      const local = inForce.filter((rule) => rule.courts.length > 0);
      return inForce
        .filter((rule) => rule.courts.length > 0 || !local.some((other) => isSameNeed(rule, other)))
        .map((rule) => ({ rule, event }));
    });
    const isClassed = matches.some(({ event }) => classed.has(event.event));
    return matches.filter(
      ({ rule, event }) => !(isClassed && general.has(event.event) && rule.actor !== 'any'),
    );
  };
}

function isSameNeed(one: ListedRule, local: ListedRule): boolean {
  return one.title.toLowerCase() === local.title.toLowerCase() || local.id.replace(/^[a-z]+_/, '') === one.id;
}
