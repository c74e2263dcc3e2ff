import type { ElementFields } from '../../model/argument.ts';
import { circuitOfCourt } from '../court-zone.ts';
import { circuitTests, type CircuitTest } from './circuit-tests.ts';

/** What every test of preliminary relief is listed under. */
const claim = 'Temporary restraining order';
const winterCite = 'Winter v. NRDC, 555 U.S. 7, 20 (2008)';

/** The factors of *Winter*, or a circuit's own test: by its court's code, the Ninth's by its name. */
export type StandardTest = 'winter' | CircuitTest;

/** A test for preliminary relief that elements can be taken from. */
export interface ReliefTest {
  /** Of a list: “Second Circuit”. */
  readonly name: string;
  /** Within a sentence: “the Second Circuit’s test”. */
  readonly title: string;
  /** Each with its standard and authority. */
  readonly elements: readonly ElementFields[];
}

const winter: readonly (readonly [name: string, standard: string])[] = [
  ['Likely success on the merits', winterCite],
  ['Irreparable harm without relief', `Likely, not merely possible. ${winterCite}`],
  ['Balance of equities', `Tips to the movant. ${winterCite}`],
  ['Public interest', winterCite],
];

const underClaim = ([name, standard]: readonly [string, string]): ElementFields => ({
  claim,
  name,
  standard,
});

const circuits = Object.entries(circuitTests) as [CircuitTest, (typeof circuitTests)[CircuitTest]][];

/** Tests for preliminary relief, *Winter* first, then the circuits in their order. */
export const standardTests: ReadonlyMap<StandardTest, ReliefTest> = new Map<StandardTest, ReliefTest>([
  ['winter', { name: 'Winter', title: 'the Winter factors', elements: winter.map(underClaim) }],
  ...circuits.map(([id, { circuit, called = 'test', factors }]) => {
    const elements = factors.map(underClaim);
    return [id, { name: circuit, title: `the ${circuit}’s ${called}`, elements }] as const;
  }),
]);

/**
 * The test of the circuit that a court sits in; null where it sits in none.
 *
 * @param court its code
 * @example testOfCourt('nysd') // 'ca2'
 */
export function testOfCourt(court: string): CircuitTest | null {
  const circuit = circuitOfCourt(court) ?? court;
  return circuits.find(([id, { court: own = id }]) => own === circuit)?.[0] ?? null;
}

/** The elements of a test. */
export function elementsOf(test: StandardTest): readonly ElementFields[] {
  return standardTests.get(test)!.elements;
}

/** The elements of a test that are not listed yet, so that a test added twice is listed once. */
export function missingOf(test: StandardTest, listed: readonly ElementFields[]): ElementFields[] {
  return elementsOf(test).filter(
    ({ claim: own, name }) => !listed.some((element) => element.claim === own && element.name === name),
  );
}
