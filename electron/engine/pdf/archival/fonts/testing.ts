import type { ProblemKind } from '../problems.ts';
import { onePage, problemsOf, stream } from '../testing.ts';

/**
 * What keeps a page from being PDF/A that shows code 65 in a font of one byte a character, whose widths are of that code alone.
 *
 * @param font further entries of the font
 * @param descriptor further entries of its descriptor; the program is object 7
 * @param program entries of the stream that is the font itself
 */
export function problemsOfLetter(
  { font, descriptor, program }: { font: string; descriptor: string; program: string },
  bytes: Uint8Array,
): Promise<ProblemKind[]> {
  return problemsOf(
    onePage({
      content: 'BT /F 12 Tf (A) Tj ET',
      resources: '/Font<</F 5 0 R>>',
      objects: [
        `<</Type/Font/BaseFont/Fairwater/FirstChar 65/LastChar 65/FontDescriptor 6 0 R${font}>>`,
        `<</Type/FontDescriptor/FontName/Fairwater/Flags 32${descriptor}>>`,
        stream(Buffer.from(bytes).toString('latin1'), program),
      ],
    }),
  );
}
