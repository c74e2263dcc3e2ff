import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeZip } from '../../testing/mail-and-archives.ts';
import { createTestEngine } from '../../testing/temp-matter.ts';

const disk = mkdtempSync(join(tmpdir(), 'forthwith-disk-'));
const mount = (...options: string[]) =>
  execFileSync('mount', ['-t', 'tmpfs', ...options, 'tmpfs', disk], { stdio: 'ignore' });

/** A disk of 24 MiB, where this process may mount one. */
function mountSmallDisk(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    mount('-o', 'size=24m');
    return true;
  } catch {
    return false;
  }
}
const hasDisk = mountSmallDisk();

test.skipIf(!hasDisk)(
  'a full disk is told of, loses nothing stored, and is gone on from once there is room (skipped where no disk can be mounted)',
  async () => {
    const t = await createTestEngine();
    try {
      const { id: matterId } = await t.client['matter.create']({
        target: { path: join(disk, 'small.matter') },
        fields: { title: 'Fairwater LLC v. Northgate Hosting, Inc.' },
      });
      const folder = join(t.folder, 'files');
      mkdirSync(folder);
      const bytes = (seed: number, mebibytes: number) =>
        Buffer.alloc(mebibytes * 1024 * 1024, `bytes ${seed} `);
      writeFileSync(join(folder, 'a.bin'), bytes(1, 1));
      const members = Object.fromEntries([2, 3, 4, 5, 6, 7].map((seed) => [`${seed}.bin`, bytes(seed, 3)]));
      writeFileSync(join(folder, 'b.zip'), await makeZip(members));
      writeFileSync(join(folder, 'c.bin'), bytes(8, 6));
      const { items } = await t.runJob('evidence.add', {
        matterId,
        sources: [{ path: folder }],
        isRecursive: true,
      });
      expect(items).toMatchObject([
        { status: 'added', problems: [] },
        { status: 'added', problems: [{ code: 'DISK_FULL' }] },
        { status: 'failed', error: { code: 'DISK_FULL' } },
      ]);

      mount('-o', 'remount,size=128m');
      const [intake] = await t.client['evidence.intake.list']({ matterId });
      expect(['paused', 'interrupted']).toContain(intake!.state);
      const resumed = await t.runJob('evidence.intake.resume', { matterId, intakeId: intake!.id });
      expect(resumed.items).toMatchObject([
        { status: 'added', problems: [] },
        { status: 'added', problems: [] },
      ]);
      expect(await t.client['evidence.list']({ matterId })).toHaveLength(9);
      expect(await t.runJob('matter.verify', { matterId })).toMatchObject({
        ok: true,
        checked: { evidence: 9 },
      });
      await t.client['matter.close']({ matterId });
    } finally {
      await t.dispose();
      execFileSync('umount', [disk], { stdio: 'ignore' });
      rmSync(disk, { recursive: true, force: true });
    }
  },
  300_000,
);
