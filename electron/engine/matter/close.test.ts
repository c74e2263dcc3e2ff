import { existsSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine();
});
afterEach(() => t.dispose());

const descriptors = '/proc/self/fd';

/** Whether this process, threads included, has a file open. */
function isHeld(path: string): boolean {
  return readdirSync(descriptors).some((descriptor) => {
    try {
      return readlinkSync(join(descriptors, descriptor)) === path;
    } catch {
      // The listing's own.
      return false;
    }
  });
}

test.skipIf(!existsSync(descriptors))(
  'a matter closed while a worker reads it is held open by nobody afterwards',
  async () => {
    const { id: matterId, fileName } = await t.createMatter();
    const mail = 'From: ann@example.com\r\nSubject: Notice\r\n\r\nAccess ends on Sunday.\r\n';
    writeFileSync(join(t.folder, 'notice.eml'), mail);
    await t.runJob('evidence.add', { matterId, sources: [{ path: join(t.folder, 'notice.eml') }] });
    const [item] = await t.client['evidence.list']({ matterId });
    const asked = t.call('evidence.mail', { matterId, id: item!.id });
    await t.client['matter.close']({ matterId });
    expect(await asked).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    // A thread that was ended closes its files a moment later.
    await vi.waitFor(() => expect(isHeld(join(t.folder, fileName))).toBe(false));
  },
);
