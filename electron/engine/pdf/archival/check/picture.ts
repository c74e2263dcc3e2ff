import { filtersOf } from '../../assemble/pictures/picture-entries.ts';
import type { PdfDict, PdfStream } from '../../objects/index.ts';
import type { ColorSpaces } from './color-spaces.ts';
import type { FileCheck } from './file-check.ts';
import { readJpx } from './jpeg2000.ts';
import { dictOf, type Located } from './located.ts';

export const intents = new Set(['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation']);
/** Bits that a color's share in a dot may have (ISO 32000-1 table 89). */
export const sampleBits: readonly unknown[] = [1, 2, 4, 8, 16];
const maxJpxBytes = 256 * 1024 * 1024;

/**
 * A picture that is drawn (ISO 19005-2 §6.2.8): what a viewer need not know is left out, what is not allowed is reported.
 */
export function checkPicture(
  check: FileCheck,
  spaces: ColorSpaces,
  image: Located<PdfStream>,
  resources: Located<PdfDict> | null,
): void {
  const { file } = check;
  const dict = dictOf(image);
  const isMask = file.get(dict, 'ImageMask')?.value === true;
  const bits = file.number(dict, 'BitsPerComponent');
  const isJpx = isJpeg2000(check, dict);
  const space = file.get(dict, 'ColorSpace');
  if (!isMask && space) spaces.use(space, resources);
  if (isJpx) checkJpx(check, image, space !== undefined);
  else if (isMask ? bits !== undefined && bits !== 1 : !sampleBits.includes(bits)) check.tell('picture');
  else if (!isMask && !space) check.tell('colorUnknown');
  for (const key of ['SMask', 'Mask']) {
    const mask = file.stream(dict, key);
    if (!mask) continue;
    tidyPicture(check, dictOf(mask));
    const maskBits = file.number(dictOf(mask), 'BitsPerComponent');
    if (maskBits !== undefined && !(key === 'Mask' ? [1] : sampleBits).includes(maskBits))
      check.tell('picture');
    if (isJpeg2000(check, dictOf(mask))) checkJpx(check, mask, dictOf(mask).value.has('ColorSpace'));
  }
}

/** Leaves out of a picture's dictionary what PDF/A does not have, and what no viewer shows. */
export function tidyPicture(check: FileCheck, dict: Located<PdfDict>): void {
  const { file } = check;
  file.drop(dict, 'Alternates', 'OPI');
  if (file.get(dict, 'Interpolate')?.value !== false) file.drop(dict, 'Interpolate');
  const intent = file.name(dict, 'Intent');
  if (intent === undefined || !intents.has(intent)) file.drop(dict, 'Intent');
}

const isJpeg2000 = ({ file }: FileCheck, { value }: Located<PdfDict>): boolean =>
  filtersOf(file.objects, value)?.includes('JPXDecode') ?? false;

function checkJpx(check: FileCheck, image: Located<PdfStream>, hasSpace: boolean): void {
  const filters = filtersOf(check.file.objects, image.value.dict);
  const body = filters?.length === 1 ? check.file.objects.body(image.value, maxJpxBytes) : null;
  const jpx = body && readJpx(body);
  if (!jpx) return check.tell('pictureJpx');
  const isPlain = hasSpace || jpx.isColorPlain;
  if (![1, 3, 4].includes(jpx.components) || !jpx.hasOneDepth || !isPlain) return check.tell('pictureJpx');
  if (!hasSpace && (jpx.colors ?? jpx.components) === 4) check.tell('colorCmyk');
}
