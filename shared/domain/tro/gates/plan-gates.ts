import type { TroEventKind, TroGate, TroItem } from '../../../model/tro.ts';
import { circuitOfCourt } from '../../court-zone.ts';
import { movantRequirements } from './movant-requirements.ts';
import { factState, type GateFacts } from './known-facts.ts';
import { localRequirements } from './local-requirements.ts';
import { opponentRequirements } from './opponent-requirements.ts';
import type { Requirement, RequirementLine } from './requirement.ts';

const stages: readonly TroGate['stage'][] = ['before_filing', 'on_filing', 'order', 'after_order'];
const all = [...movantRequirements, ...opponentRequirements, ...localRequirements];

/** Keys of all lines of all courts: only these can be ticked. */
export const troItemKeys: ReadonlySet<string> = new Set(
  all.flatMap(({ lines }) => lines.map(({ key }) => key)),
);

/**
 * Every requirement of the request in its court, with what is still missing. A line is met by a tick with what it needs
 * beside it, or by what the matter already knows.
 *
 * @param facts of the current request
 * @param items what people ticked, in any order
 * @param place `court`: its code, empty where not known; `on`: the day whose rules count, ISO date
 * @returns in the order of the stages, federal rules first; nothing about an order once the request ended without one
 * @example planGates(facts, [], { court: 'wawd', on: '2021-01-11' }).filter(({ met }) => !met)
 */
export function planGates(
  facts: GateFacts,
  items: readonly TroItem[],
  { court, on }: { readonly court: string; readonly on: string },
): TroGate[] {
  const ticked = new Map(items.map((item) => [item.key, item]));
  const circuit = circuitOfCourt(court);
  return all
    .filter((requirement) => isOf(requirement, court, on) && !isMoot(requirement, facts))
    .map((requirement) => {
      const lines = requirement.lines.filter(
        (line) => line.circuit === undefined || line.circuit === circuit,
      );
      return toGate(requirement, lines, facts, ticked);
    })
    .toSorted((one, other) => stages.indexOf(one.stage) - stages.indexOf(other.stage));
}

function isOf({ court, effectiveFrom, effectiveTo }: Requirement, ofCourt: string, on: string): boolean {
  return (
    (court === undefined || court === ofCourt) &&
    (effectiveFrom === undefined || effectiveFrom <= on) &&
    (effectiveTo === undefined || on <= effectiveTo)
  );
}

/** What an order must have is no longer asked once the request ended without one, nor what an event asks for before there was one. */
function isMoot({ stage, onceRecorded }: Requirement, { events }: GateFacts): boolean {
  const has = (...kinds: readonly TroEventKind[]) => events.some(({ kind }) => kinds.includes(kind));
  if (onceRecorded !== undefined && !has(onceRecorded)) return true;
  return (stage === 'order' || stage === 'after_order') && has('denied', 'withdrawn') && !has('granted');
}

function toGate(
  { key, cite, label, stage, side, isUnconfirmed }: Requirement,
  lines: readonly RequirementLine[],
  facts: GateFacts,
  ticked: ReadonlyMap<string, TroItem>,
): TroGate {
  const items = lines.map((line) => ({
    ...itemOf(line, facts, ticked.get(line.key)),
    label: line.label,
    cite: line.cite,
  }));
  const missing = lines.flatMap((line, at) => missingOf(line, items[at]!, facts));
  return {
    key,
    cite,
    label,
    stage,
    side,
    met: missing.length === 0,
    missing,
    items,
    isUnconfirmed: isUnconfirmed ?? false,
  };
}

/** What a person recorded for a line takes precedence over what the matter knows. */
function itemOf({ key, knownBy }: RequirementLine, facts: GateFacts, ticked: TroItem | undefined): TroItem {
  if (ticked && ticked.state !== 'open') return ticked;
  const state = knownBy ? factState(knownBy, facts) : 'open';
  return { key, note: '', entryId: null, evidenceId: null, ...ticked, state };
}

function missingOf(
  { label, missing, needs, knownBy, isOptional }: RequirementLine,
  { state, note, entryId, evidenceId }: TroItem,
  facts: GateFacts,
): string[] {
  if (isOptional) return [];
  const known = knownBy ? factState(knownBy, facts) : 'open';
  switch (state) {
    case 'open':
      return [missing];
    case 'not_needed':
      return note.trim() === '' && known !== 'not_needed' ? [`Say why it is not needed: ${label}.`] : [];
    case 'met':
      if (known === 'met') return [];
      if (needs === 'proof' && entryId === null && evidenceId === null)
        return [`Link the docket entry or document that shows it: ${label}.`];
      return needs === 'note' && note.trim() === '' ? [`Note what shows it: ${label}.`] : [];
  }
}
