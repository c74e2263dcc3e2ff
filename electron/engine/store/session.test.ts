import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestSession, type TestSession } from '../testing/temp-session.ts';
import { sql } from './query-builder.ts';

let t: TestSession;
beforeEach(() => void (t = createTestSession()));
afterEach(() => t.dispose());

test('a row that is always there is given, and its absence is an error rather than nothing', () => {
  const timezone = sql.selectFrom('matter').select('timezone');
  expect(t.session.one(timezone)).toEqual({ timezone: expect.stringContaining('/') });
  expect(() => t.session.one(timezone.where('id', '=', 'another'))).toThrow('always there');
});
