import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nestedBookmarks, pdfOf } from '../../objects/testing.ts';
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

test('bookmarks that are written within one another, and not as objects of their own, are carried', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forthwith-outline-'));
  try {
    const last = '<</Title(Notice)/Dest[3 0 R/Fit]/First<</Title(Service)/Dest[3 0 R/Fit]>>>>';
    const source = pdfOf([
      `<</Type/Catalog/Pages 2 0 R/Outlines<</First<</Title(Lease)/Dest[3 0 R/Fit]/Next ${last}>>>>>>`,
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>',
    ]);
    const { bytes } = await bindAll([source], join(folder, 'within.pdf'));
    for (const title of ['Lease', 'Notice', 'Service'])
      expect(bytes.toString('latin1')).toContain(`Title <${Buffer.from(title).toString('hex')}>`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
