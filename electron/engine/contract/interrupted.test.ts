import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '../../../shared/errors/app-error.ts';
import { writePdf } from '../testing/pdf-files.ts';
import { beginTest } from '../testing/shared-engine.ts';
import type { TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
beforeEach(async () => void (t = await beginTest()));
afterEach(() => t.dispose());

test('long work that is no job is given up when its caller is interrupted, and leaves nothing', async () => {
  const { id: matterId } = await t.createMatter();
  await t.runJob('matter.backup', { matterId, target: { path: join(t.folder, 'backup.matter') } });
  mkdirSync(join(t.folder, 'out'));
  const source = { path: join(t.folder, 'a.pdf') };
  await writePdf(source.path, 'Declaration');
  const target = { path: join(t.folder, 'out/made') };
  const asked = {
    'docket.parse': { sources: [source] },
    'filing.asFiled': { sent: source, returned: source },
    'filing.check': { sources: [source], court: 'wawd' },
    'matter.restore': { backup: { path: join(t.folder, 'backup.matter') }, target },
    'matter.setPassphrase': { matterId, current: null, next: 'secret' },
    'pdf.assemble': { sources: [source], target },
    'pdf.checkRedactions': { sources: [source] },
    'pdf.inspect': { sources: [source] },
    'pdf.redact': { source, target, hasIdentifiers: true },
    'pdf.text': { source },
  };
  const signal = AbortSignal.abort(new AppError('CANCELLED'));
  const { call } = t.engine.connect({ isTrusted: true, signal });
  for (const [operation, input] of Object.entries(asked))
    expect([operation, await call(operation, input)]).toMatchObject([
      operation,
      { ok: false, error: { code: 'CANCELLED' } },
    ]);
  expect(readdirSync(join(t.folder, 'out'))).toEqual([]);
  expect(
    await t.client['docket.add']({ matterId, entries: [{ number: 1, text: 'COMPLAINT' }] }),
  ).toHaveLength(1);
  expect(readdirSync(t.folder).filter((name) => name.includes('partial'))).toEqual([]);
});
