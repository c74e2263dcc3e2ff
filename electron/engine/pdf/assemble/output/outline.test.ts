import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pdfOf } from '../../objects/testing.ts';
import { bindAll } from '../testing.ts';

/** A page with bookmarks each beneath the one before. */
const nested = (levels: number) =>
  pdfOf([
    '<</Type/Catalog/Pages 2 0 R/Outlines<</First 4 0 R/Last 4 0 R>>>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>',
    ...Array.from({ length: levels }, (_, at) => {
      const below = at + 1 < levels ? `/First ${at + 5} 0 R/Last ${at + 5} 0 R` : '';
      return `<</Title(Level ${at + 1})/Dest[3 0 R/Fit]${below}>>`;
    }),
  ]);

test('bookmarks are carried through 64 levels; that deeper ones are left out is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forthwith-outline-'));
  try {
    const bind = async (levels: number) => {
      const { bytes, items } = await bindAll([nested(levels)], join(folder, `${levels}.pdf`));
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
