import { expect, test } from 'vitest';
import { REFUSED_BY_MAIN } from '../../../shared/contract/bridge.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { messageOf } from './mutations.ts';

test('what main refused and what the engine refused is told as they say it, and nothing else of an error', () => {
  const noProgram = 'This computer has no program that opens PDFs.';
  expect(messageOf(new Error(`${REFUSED_BY_MAIN}${noProgram}`))).toBe(noProgram);
  expect(messageOf(new AppError('EXHIBIT_SET_NAME_TAKEN', { name: 'Reply' }))).toContain('“Reply”');
  expect(messageOf(new TypeError('undefined is not a function'))).toMatch(/^Something went wrong/);
});
