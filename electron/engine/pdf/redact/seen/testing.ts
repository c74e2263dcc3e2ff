import { pdfOf } from '../../objects/testing.ts';

/** A stream as it stands in a file. @param entries of its dictionary, but for its length */
export const streamOf = (entries: string, body: string): string =>
  `<<${entries}/Length ${body.length}>>\nstream\n${body}\nendstream`;

/** A page of 612 by 792 points whose content may write with the font `/F` and draw a picture as `/P`. */
export const pageWith = (content: string, picture = '<<>>'): Uint8Array =>
  pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 4 0 R>>/XObject<</P 6 0 R>>>>/Contents 5 0 R>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    streamOf('', content),
    picture,
  ]);
