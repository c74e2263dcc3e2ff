import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine();
});
afterEach(() => t.dispose());

test('a new matter keeps what was said about it', async () => {
  const { id } = await t.createMatter('Smith v. Jones', 'secret');
  await t.client['matter.update']({ matterId: id, fields: { court: 'wawd' } });
  const [matter] = await t.client['matter.listOpen']({});
  expect(matter).toMatchObject({ title: 'Smith v. Jones', court: 'wawd', isEncrypted: true });
});
