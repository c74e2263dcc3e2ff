import { expect, test } from 'vitest';
import { z } from 'zod';
import { plainFault, summaryOfFaults } from './input-faults.ts';

const sentence = (schema: z.ZodType, value: unknown) =>
  summaryOfFaults(schema.safeParse(value, { error: plainFault }).error?.issues ?? []);

test.each<[z.ZodType, unknown, string]>([
  [z.iso.date(), '2021-02-30', 'write a day that there is, like 2021-01-31'],
  [z.iso.datetime(), 'soon', 'write a moment like 2021-01-31T15:20:00Z'],
  [z.enum(['plaintiff', 'defendant', 'joint']), 'alien', 'write plaintiff, defendant or joint'],
  [z.literal('one'), 'two', 'write one'],
  [z.number().max(10), 11, 'this must be at most 10'],
  [z.number().min(0), -1, 'this must be at least 0'],
  [z.number().positive(), 0, 'this must be more than 0'],
  [z.string().max(3), 'four', 'this must be at most 3 characters long'],
  [z.string().min(1), '', 'this cannot be empty'],
  [z.string().min(1, 'a title is needed'), '', 'a title is needed'],
  [z.array(z.string()).max(1), ['a', 'b'], 'this must be at most 1 in number'],
  [z.number().int(), 1.5, 'this must be a whole number'],
  [z.strictObject({}), { x: 1 }, 'there is no value called “x”'],
  [z.object({ title: z.string() }), {}, '“title”: this is missing'],
  [z.union([z.string(), z.number()]), true, 'this is not written as it should be'],
  [z.array(z.object({ filedOn: z.string() })), [{ filedOn: 1 }], '“filedOn” of item 1: this must be a text'],
])('%o refuses %j in plain words', (schema, value, words) => {
  expect(sentence(schema, value)).toBe(words);
});

test('only the first of many faults are named', () => {
  const words = sentence(
    z.array(z.string()),
    Array.from({ length: 8 }, () => 1),
  );
  expect(words.split('; ')).toHaveLength(6);
  expect(words).toMatch(/; and 3 more$/);
});
