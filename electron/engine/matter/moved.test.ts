import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MatterId } from '../../../shared/model/common.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
let folder: string;
let matterId: MatterId;

beforeEach(begin);
afterEach(() => t.dispose());

async function begin(): Promise<void> {
  t = await createTestEngine();
  folder = join(t.folder, 'Case');
  mkdirSync(folder);
  const target = { path: join(folder, 'a.matter') };
  ({ id: matterId } = await t.client['matter.create']({ target, fields: { title: 'A' } }));
  await t.client['docket.add']({ matterId, entries: [{ text: 'Before' }] });
}
const add = (text: string) => t.call('docket.add', { matterId, entries: [{ text }] });
const codes = async () => (await t.client['matter.get']({ matterId })).warnings.map(({ code }) => code);
const texts = async () => (await t.client['docket.list']({ matterId })).map(({ text }) => text);

const moves: [how: string, move: () => void][] = [
  ['folder is renamed', () => renameSync(folder, join(t.folder, 'Other'))],
  ['folder is removed', () => rmSync(folder, { recursive: true })],
  ['file is moved', () => renameSync(join(folder, 'a.matter'), join(t.folder, 'b.matter'))],
];
test.skipIf(process.platform === 'win32').each(moves)(
  'a matter whose %s while it is open takes no more changes, says so, and can still be backed up whole',
  async (_how, move) => {
    move();
    const refused = {
      ok: false,
      error: { code: 'MATTER_MOVED', message: expect.stringContaining('“a.matter”') },
    };
    expect(await add('After')).toMatchObject(refused);
    expect(await t.call('matter.setPassphrase', { matterId, current: null, next: 'x' })).toMatchObject(
      refused,
    );
    expect(await codes()).toEqual(['MATTER_MOVED']);
    const target = { path: join(t.folder, 'backup.matter') };
    await t.runJob('matter.backup', { matterId, target });
    await t.client['matter.close']({ matterId });
    await t.client['matter.open']({ source: target });
    expect(await texts()).toEqual(['Before']);
  },
);

test.skipIf(process.platform === 'win32')(
  'a matter that was closed after its folder was renamed opens there at once, and one that is back takes changes again',
  async () => {
    const other = join(t.folder, 'Other');
    renameSync(folder, other);
    expect(await add('Away')).toMatchObject({ ok: false });
    renameSync(other, folder);
    expect(await add('Back')).toMatchObject({ ok: true });
    expect(await codes()).toEqual([]);
    renameSync(folder, other);
    await t.client['matter.close']({ matterId });
    await t.client['matter.open']({ source: { path: join(other, 'a.matter') } });
    expect((await texts()).sort()).toEqual(['Back', 'Before']);
  },
);

test.skipIf(process.platform === 'win32')(
  'clients are told when a matter leaves its place, and when it is back',
  async () => {
    await t.dispose();
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      await begin();
      const told = vi.fn();
      t.engine.subscribe(({ name }) => name === 'matter.changed' && told());
      const other = join(t.folder, 'Other');
      renameSync(folder, other);
      vi.advanceTimersByTime(2_000);
      await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
      renameSync(other, folder);
      vi.advanceTimersByTime(2_000);
      await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2));
    } finally {
      vi.useRealTimers();
    }
  },
);
