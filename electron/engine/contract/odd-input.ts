import type { z } from 'zod';

/** What the contract's schemas are made of. */
type Def =
  | { type: 'object'; shape: Record<string, z.ZodType> }
  | { type: 'array'; element: z.ZodType }
  | { type: 'union'; options: readonly z.ZodType[] }
  | { type: 'nullable' | 'optional' | 'default'; innerType: z.ZodType }
  | { type: 'literal'; values: readonly unknown[] }
  | { type: 'enum'; entries: Record<string, string> }
  | { type: 'boolean' | 'number' | 'string' };

/** Days and minutes at the edges of what calendars and clocks hold, and of what the schemas let through. */
const moments = [
  '0000-01-01',
  '0001-01-01T00:00',
  '9999-12-31',
  '9999-12-31T23:59',
  '1600-02-29',
  '1883-11-18T12:01',
  '2009-12-01',
  '2021-01-11',
  '2021-01-11T17:00',
  '2021-03-14T02:30',
  '2021-11-07T01:30',
  '2024-02-29',
];
const instants = ['0000-01-01T00:00:00Z', '2021-01-11T17:00:00.000Z', '9999-12-31T23:59:59.999Z'];
const texts = [
  '',
  'x',
  ' ',
  '\u0000',
  '\ud800',
  '__proto__',
  'constructor',
  'wawd',
  'WA',
  'America/Los_Angeles',
  'america/new_york',
  'Etc/GMT+12',
  'Mars/Olympus',
  '+05:30',
  '+25:00',
  '9',
  'answer',
  'frcp',
  'ILND',
  '../..',
  '‮﷽🜚',
  'a'.repeat(200),
  'O’Neil "q" \\ <b>&'.repeat(20),
];
const strings = [...moments, ...instants, ...texts];
const numbers = [0, -0, 1, 2, 14, 47, 48, 10_000, 525_600, 0.1, 1e12, 123_456.789];

/**
 * Values that fit a schema and that nobody would choose: days of the years 0 and 9999, minutes that clocks skip, texts of one
 * space, halves of characters. The same seed gives the same values.
 */
export class OddInput {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /**
   * A value that the schema takes.
   *
   * @param ids of things that are there, by the field that names one: `{ entryId: ['…'] }`; a field of nothing is null
   */
  of(schema: z.ZodType, ids: Readonly<Record<string, readonly string[]>>): unknown {
    return this.#fitting(schema, (one) => this.#any(one, '', ids));
  }

  #any(schema: z.ZodType, field: string, ids: Readonly<Record<string, readonly string[]>>): unknown {
    const def = schema._zod.def as unknown as Def;
    const inner = (one: z.ZodType, name = field) => this.#fitting(one, (each) => this.#any(each, name, ids));
    switch (def.type) {
      case 'object':
        return Object.fromEntries(
          Object.entries(def.shape).flatMap(([name, one]) => {
            const value = inner(one, name);
            return value === undefined ? [] : [[name, value]];
          }),
        );
      case 'array':
        return Array.from({ length: 1 + this.#below(2) }, () => inner(def.element));
      case 'union':
        return inner(this.#pick(def.options));
      case 'nullable':
        return ids[field]?.length === 0 || this.#below(2) === 0 ? null : inner(def.innerType);
      case 'optional':
      case 'default':
        return this.#below(2) === 0 ? undefined : inner(def.innerType);
      case 'literal':
        return this.#pick(def.values);
      case 'enum':
        return this.#pick(Object.values(def.entries));
      case 'boolean':
        return this.#below(2) === 0;
      case 'number':
        return this.#pick(numbers);
      case 'string':
        return this.#pick(ids[field]?.length && this.#below(20) > 0 ? ids[field] : strings);
    }
  }

  /** Tried alone, so that a large object is not thrown away for one field. */
  #fitting(schema: z.ZodType, make: (schema: z.ZodType) => unknown): unknown {
    let value: unknown;
    for (let tries = 0; tries < 300; tries++) {
      value = make(schema);
      if (schema.safeParse(value).success) return value;
    }
    return value;
  }

  #pick<T>(of: readonly T[]): T {
    return of[this.#below(of.length)]!;
  }

  #below(most: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * most);
  }
}
