import type { core } from 'zod';

/** How many faults one sentence names: the rest are shown once these are fixed. */
const maxNamed = 5;

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of named values',
  null: 'nothing (null)',
};

const formats: Readonly<Record<string, string>> = {
  date: 'write a day that there is, like 2021-01-31',
  datetime: 'write a moment like 2021-01-31T15:20:00Z',
  uuid: 'write an id as the program gives it',
};

/**
 * What is wrong with one value, in words that ask for what is wanted. Given to a schema's `parse` as `error`; a schema's own
 * message about a value takes precedence.
 *
 * @returns undefined where nothing better is known than the schema's own message
 * @example schema.safeParse(value, { error: plainFault })
 */
export function plainFault(issue: core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'this is missing';
      return `this must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'too_big':
      return `this must be ${issue.inclusive === false ? 'less than' : 'at most'} ${amount(issue.maximum, issue.origin)}`;
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'this cannot be empty';
      return `this must be ${issue.inclusive === false ? 'more than' : 'at least'} ${amount(issue.minimum, issue.origin)}`;
    case 'invalid_format':
      return formats[issue.format] ?? 'this is not written as it should be';
    case 'invalid_value':
      // A list of every event does not help in a sentence.
      if (issue.values.length > 12) return 'this is not among the values known';
      return `write ${oneOf(issue.values.map(String))}`;
    case 'unrecognized_keys':
      return `there is no value called ${oneOf(issue.keys.map((key) => `“${key}”`))}`;
    case 'invalid_union':
      return 'this is not written as it should be';
    default:
      return undefined;
  }
}

function amount(limit: number | bigint, origin: string): string {
  if (origin === 'string') return `${limit} characters long`;
  return origin === 'array' || origin === 'set' ? `${limit} in number` : String(limit);
}

function oneOf(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' or ');
}

/**
 * The faults of refused input for the sentence of INVALID_INPUT, each with the value it is about.
 *
 * @example summaryOfFaults([{ path: ['entries', 0, 'filedOn'], message: 'write a day …' }]) // '“filedOn” of item 1: write a day …'
 */
export function summaryOfFaults(issues: readonly Pick<core.$ZodIssue, 'path' | 'message'>[]): string {
  const named = issues.slice(0, maxNamed).map(({ path, message }) => {
    const place = placeOf(path);
    return place === '' ? message : `${place}: ${message}`;
  });
  if (issues.length > maxNamed) named.push(`and ${issues.length - maxNamed} more`);
  return named.join('; ');
}

function placeOf(path: readonly PropertyKey[]): string {
  const name = path.findLast((step) => typeof step === 'string');
  const item = path.findLast((step) => typeof step === 'number');
  return [
    ...(name === undefined ? [] : [`“${name}”`]),
    ...(item === undefined ? [] : [`item ${item + 1}`]),
  ].join(' of ');
}
