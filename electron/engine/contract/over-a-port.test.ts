import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { api } from '../../../shared/contract/api.ts';
import { connectByPort, type PortClient } from '../testing/port.ts';
import { beginTest } from '../testing/shared-engine.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';
import { cases } from './cases/cases.ts';
import { createWorld, outcome } from './cases/world.ts';

let t: TestEngine;
let port: PortClient;
beforeEach(async () => {
  t = await beginTest();
  port = connectByPort(t.engine);
});
afterEach(async () => {
  await t.dispose();
  port.close();
});

/** One case of each form, and one error: that any value survives a port is shown beside its case, in contract.test.ts. */
const carried = [
  ...(['query', 'command', 'act', 'job'] as const).map((form) =>
    cases.find(({ operation, answers }) => answers === 'ok' && api[operation].form === form),
  ),
  cases.find(({ answers }) => answers !== 'ok'),
].filter((found) => found !== undefined);

test('what is no operation is said to be so, and input of another shape is refused', async () => {
  expect(await port.call('docket.burn', {})).toMatchObject({
    ok: false,
    error: { code: 'UNKNOWN_OPERATION' },
  });
  for (const input of [null, 'text', [], { notAField: true }])
    expect(await port.call('docket.list', input)).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT' },
    });
});

test.each(carried)('$operation answers $answers', async ({ operation, answers, input }) => {
  const world = await createWorld(t);
  expect(await outcome(t, await port.call(operation, await input(world)))).toBe(answers);
});

test('events reach the other end of a port', async () => {
  const t = await createTestEngine();
  const port = connectByPort(t.engine);
  const created = await port.call('matter.create', {
    target: { path: join(t.folder, 'x.matter') },
    fields: { title: 'x' },
  });
  if (!created.ok) throw new Error(created.error.message);
  const { id: matterId } = created.value as { id: string };
  await port.call('docket.add', { matterId, entries: [{ text: 'x' }] });
  // Messages keep their order: events sent before this reply have arrived by now.
  await port.call('docket.list', { matterId });
  expect(port.events).toEqual([
    { name: 'matter.opened', matterId },
    { name: 'docket.changed', matterId },
    { name: 'evidence.changed', matterId },
    { name: 'history.changed', matterId },
  ]);
  await t.dispose();
  port.close();
});
