import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nestedBookmarks } from '../../objects/testing.ts';
import { bindAll } from '../testing.ts';

test('bookmarks are carried through 64 levels; that deeper ones are left out is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forthwith-outline-'));
  try {
    const bind = async (levels: number) => {
      const { bytes, items } = await bindAll([nestedBookmarks(levels)], join(folder, `${levels}.pdf`));
      return {
        carried: bytes.toString('latin1').match(/Title <4c6576656c20/g)?.length,
        codes: items[0]!.findings.map(({ code }) => code),
      };
    };
    expect(await bind(64)).toEqual({
      carried: 64,
      codes: expect.not.arrayContaining(['BOOKMARKS_LEFT_OUT']),
    });
    expect(await bind(65)).toEqual({ carried: 64, codes: expect.arrayContaining(['BOOKMARKS_LEFT_OUT']) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
