import { PdfArray, PdfName, type PdfDict, type PdfValue } from '../../objects/index.ts';
import type { ColorSpaces } from './color-spaces.ts';
import type { FileCheck } from './file-check.ts';
import type { Located } from './located.ts';
import { intents, sampleBits } from './picture.ts';
import type { Operands } from './read-operators.ts';

const filterNames = new Set(
  'ASCIIHexDecode AHx ASCII85Decode A85 FlateDecode Fl RunLengthDecode RL CCITTFaxDecode CCF DCTDecode DCT'.split(
    ' ',
  ),
);

/**
 * A picture that is written in the content itself (ISO 32000-1 §8.9.7).
 *
 * @param operands its entries: names and values in turn
 */
export function checkInlinePicture(
  check: FileCheck,
  spaces: ColorSpaces,
  operands: Operands,
  resources: Located<PdfDict> | null,
): void {
  const entries = new Map<string, PdfValue>();
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const key = operands.at(i);
    if (key instanceof PdfName) entries.set(key.text, operands.at(i + 1)!);
  }
  const get = (long: string, short: string) => entries.get(long) ?? entries.get(short);
  const filter = get('Filter', 'F');
  const filters = filter instanceof PdfArray ? [...filter] : filter === undefined ? [] : [filter];
  if (filters.some((item) => !(item instanceof PdfName && filterNames.has(item.text)))) check.tell('filter');
  if (get('Interpolate', 'I') === true) check.tell('picture');
  const intent = get('Intent', 'Intent');
  if (intent instanceof PdfName && !intents.has(intent.text)) check.tell('intent');
  const isMask = get('ImageMask', 'IM') === true;
  const bits = get('BitsPerComponent', 'BPC');
  if (bits !== undefined && !(isMask ? [1] : sampleBits).includes(bits)) check.tell('picture');
  if (isMask) return;
  const space = get('ColorSpace', 'CS');
  if (space instanceof PdfName) spaces.named(space.text, resources);
  else if (space instanceof PdfArray) {
    // Written in the content: nothing in it is a reference.
    const base = space.at(1);
    if (base instanceof PdfName) spaces.named(base.text, resources);
    else check.tell('colorUnknown');
  } else check.tell('colorUnknown');
}
