import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { api, type OperationName } from '../../../shared/contract/api.ts';
import { commonErrors, type Operation } from '../../../shared/contract/define.ts';
import { errorCodes } from '../../../shared/errors/error-codes.ts';
import { handlers } from '../all-handlers.ts';
import { beginTest } from '../testing/shared-engine.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';
import { cases, shownElsewhere } from './cases/cases.ts';
import { createWorld, outcome } from './cases/world.ts';

const operations = Object.keys(api) as OperationName[];
const definition = (name: OperationName): Operation => api[name];

/** Areas whose happy and failing cases stand in cases.ts; the others show theirs beside their own source. */
const ownAreas = [
  'argument',
  'authenticity',
  'docket',
  'tro',
  'evidence',
  'exhibits',
  'filing',
  'notes',
  'review',
  'search',
  'history',
  'jobs',
  'matter',
  'settings',
  'diagnostics',
];
const ownOperations = operations.filter((name) => ownAreas.includes(name.split('.')[0]!));

test.each(operations)('%s has a handler', (name) => {
  expect(handlers[name]).toBeTypeOf('function');
});

test.each(operations)(
  '%s declares errors of its own that have a sentence, and its matter if it needs one',
  (name) => {
    const { errors, scope, input, isUndoable, form } = definition(name);
    for (const code of errors) expect(errorCodes).toHaveProperty(code);
    expect(errors.filter((code) => commonErrors.some((common) => common === code))).toEqual([]);
    const missing = input.safeParse({}).error?.issues.map(({ path }) => path.join('.')) ?? [];
    expect(missing.includes('matterId')).toBe(scope === 'matter');
    if (isUndoable) expect(form).toBe('command');
  },
);

test('every operation of these areas has a happy case', () => {
  const happy = new Set(cases.filter(({ answers }) => answers === 'ok').map(({ operation }) => operation));
  expect(ownOperations.filter((name) => !happy.has(name))).toEqual([]);
});

test('every error these areas declare is shown', () => {
  const shown = new Set<string>([...cases.map(({ answers }) => answers), ...Object.keys(shownElsewhere)]);
  const declared = new Set(ownOperations.flatMap((name) => definition(name).errors));
  expect([...declared].filter((code) => !shown.has(code))).toEqual([]);
});

test.each(Object.entries(shownElsewhere))('%s is shown in %s', (code, file) => {
  expect(readFileSync(join(import.meta.dirname, '..', file), 'utf8')).toContain(`'${code}'`);
});

test('of evidence, notes, review and search, and of what edits exhibits, each operation shows each error it declares itself', () => {
  const shown = new Set(cases.map(({ operation, answers }) => `${operation} ${answers}`));
  const declared = operations
    .filter(
      (name) =>
        /^(?:evidence|notes|review|search)\./.test(name) ||
        (name.startsWith('exhibits.') && definition(name).form !== 'job'),
    )
    .flatMap((name) =>
      definition(name)
        .errors.filter((code) => !(code in shownElsewhere))
        .map((code) => `${name} ${code}`),
    );
  expect(declared.filter((one) => !shown.has(one))).toEqual([]);
});

let t: TestEngine;
beforeEach(async () => void (t = await beginTest()));
afterEach(() => t.dispose());

test('what is no operation is said to be so', async () => {
  for (const name of ['docket.burn', 'toString', '__proto__', ''])
    expect(await t.call(name, {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_OPERATION' } });
});

test.each(operations)('%s refuses input of another shape', async (name) => {
  for (const input of [null, 'text', [], { notAField: true }]) {
    const reply = await t.call(name, input);
    expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  }
});

test.each(cases)('$operation answers $answers', async ({ operation, answers, input }) => {
  const world = await createWorld(t);
  // Input and reply as a port would carry them: what cannot be cloned never arrives, and what loses its class arrives as less.
  const reply = await t.call(operation, structuredClone(await input(world)));
  expect(structuredClone(reply)).toStrictEqual(reply);
  const code = await outcome(t, reply);
  expect(code).toBe(answers);
  const { errors } = definition(operation);
  if (code !== 'ok') expect([...errors, ...commonErrors]).toContain(code);
});

test('a window cannot name paths, and is told none', async () => {
  const t = await createTestEngine();
  const { call } = t.engine.connect({ isTrusted: false });
  const path = join(t.folder, 'x.matter');
  expect(await call('matter.create', { target: { path }, fields: { title: 'x' } })).toMatchObject({
    ok: false,
    error: { code: 'FILE_REFERENCE_EXPIRED' },
  });
  const reply = await call('matter.create', {
    target: { token: t.engine.grantFile(path) },
    fields: { title: 'x' },
  });
  expect(reply).toMatchObject({ ok: true, value: { fileName: 'x.matter' } });
  expect(JSON.stringify([reply, await call('matter.listRecent', {})])).not.toContain(t.folder);
  await t.dispose();
});
