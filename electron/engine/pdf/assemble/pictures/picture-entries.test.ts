import { expect, test } from 'vitest';
import { PdfObjects, PdfStream } from '../../objects/index.ts';
import { pdfOf } from '../../objects/testing.ts';
import { bytesSource } from '../../pdf-source.ts';
import { isPlainJpeg } from './picture-entries.ts';

const plain = '/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode';

function isPlain(entries: string): boolean {
  const objects = PdfObjects.open(
    bytesSource(
      pdfOf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Count 0/Kids[]>>',
        `<</Subtype/Image/Width 9/Height 9${entries}/Length 3>>\nstream\nabc\nendstream`,
        '<</N 4/Length 3>>\nstream\nabc\nendstream',
        '<</N 3/Length 3>>\nstream\nabc\nendstream',
      ]),
    ),
  );
  const stream = objects.object(3);
  if (!(stream instanceof PdfStream)) throw new Error('a picture was written');
  return isPlainJpeg(objects, stream);
}

test.each([
  plain,
  '/ColorSpace/DeviceGray/BitsPerComponent 8/Filter[/DCTDecode]',
  '/ColorSpace[/ICCBased 5 0 R]/BitsPerComponent 8/Filter/DCTDecode',
  `${plain}/Interpolate true/Metadata 4 0 R`,
])('nothing but its own bytes says how %s looks', (entries) => {
  expect(isPlain(entries)).toBe(true);
});

test.each([
  `${plain}/SMask 4 0 R`,
  `${plain}/Mask[0 9 0 9 0 9]`,
  `${plain}/Decode[1 0 1 0 1 0]`,
  `${plain}/DecodeParms<</ColorTransform 0>>`,
  '/ImageMask true/Filter/DCTDecode',
  '/ColorSpace/DeviceCMYK/BitsPerComponent 8/Filter/DCTDecode',
  '/ColorSpace[/ICCBased 4 0 R]/BitsPerComponent 8/Filter/DCTDecode',
  '/ColorSpace[/Indexed/DeviceRGB 1 <000000FFFFFF>]/BitsPerComponent 8/Filter/DCTDecode',
  '/ColorSpace[/Separation/Gold/DeviceRGB 4 0 R]/BitsPerComponent 8/Filter/DCTDecode',
  '/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter[/FlateDecode/DCTDecode]',
  '/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode',
  '/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/JPXDecode',
])('something beside says how %s looks', (entries) => {
  expect(isPlain(entries)).toBe(false);
});
