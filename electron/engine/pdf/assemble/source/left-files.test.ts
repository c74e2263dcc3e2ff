import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pdfOf } from '../../objects/testing.ts';
import { bindAll } from '../testing.ts';

/** A file of one page, which holds a file. */
const holding = (catalog: string, page: string) =>
  pdfOf([
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]${page}>>`,
    '<</Type/Filespec/F(a.txt)/EF<</F 5 0 R>>/AFRelationship/Source>>',
    '<</Type/EmbeddedFile/Length 6>>\nstream\nsecret\nendstream',
    '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/AF[4 0 R]/Length 0>>\nstream\n\nendstream',
  ]);

test('a file within a file is told of once, whatever refers to it, and stays behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forthwith-left-files-'));
  const attached = '<</Type/Annot/Subtype/FileAttachment/Rect[9 9 40 40]/FS 4 0 R>>';
  try {
    const { path, items } = await bindAll(
      [
        holding('/AF[4 0 R]', ''),
        holding('', '/AF 4 0 R'),
        holding('', '/Annots[<</Type/Annot/Subtype/Square/Rect[9 9 40 40]/AF[4 0 R]>>]'),
        holding('', '/Resources<</XObject<</X 6 0 R>>>>'),
        holding('', '/Resources<</Properties<</A<</MCAF[4 0 R]>>>>>>'),
        holding('/AF[4 0 R]/Names<</EmbeddedFiles<</Names[(a)4 0 R]>>>>', `/AF[4 0 R]/Annots[${attached}]`),
      ],
      join(folder, 'binder.pdf'),
    );
    for (const { findings } of items)
      expect(findings.find(({ code }) => code === 'EMBEDDED_FILES_REMOVED')?.message).toMatch(/^1 file /);
    expect(readFileSync(path, 'latin1')).not.toContain('secret');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
