import { PdfObjects } from '../../objects/index.ts';
import { pdfOf } from '../../objects/testing.ts';
import { bytesSource } from '../../pdf-source.ts';
import { checkFile } from '../check/check-file.ts';
import type { ProblemKind } from '../problems.ts';

/**
 * What keeps a page from being PDF/A that shows code 65 in a font of one byte a character, whose widths are of that code alone.
 *
 * @param font further entries of the font
 * @param descriptor further entries of its descriptor; the program is object 7
 * @param program entries of the stream that is the font itself
 */
export async function problemsOfLetter(
  { font, descriptor, program }: { font: string; descriptor: string; program: string },
  bytes: Uint8Array,
): Promise<ProblemKind[]> {
  const content = 'BT /F 12 Tf (A) Tj ET';
  const file = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 612 792]>>',
    '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    `<</Type/Font/BaseFont/Fairwater/FirstChar 65/LastChar 65/FontDescriptor 6 0 R${font}>>`,
    `<</Type/FontDescriptor/FontName/Fairwater/Flags 32${descriptor}>>`,
    `<<${program}/Length ${bytes.length}>>\nstream\n${Buffer.from(bytes).toString('latin1')}\nendstream`,
  ]);
  const { problems } = await checkFile(PdfObjects.open(bytesSource(file)));
  return problems.all().map(({ kind }) => kind);
}
