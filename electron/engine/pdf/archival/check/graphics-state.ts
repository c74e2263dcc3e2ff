import { PdfDict, PdfName, PdfStream } from '../../objects/index.ts';
import type { ColorSpaces } from './color-spaces.ts';
import { itemsOf, type FileCheck } from './file-check.ts';
import type { Located } from './located.ts';
import { intents } from './picture.ts';

/** Blend modes of ISO 32000-1 §11.3.5. */
const blendModes = new Set(
  'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity'.split(
    ' ',
  ),
);

const maxModes = 1_000;

/** A graphics state's dictionary (ISO 19005-2 §6.2.5, §6.2.6, §6.2.10). */
export function checkGraphicsState(check: FileCheck, spaces: ColorSpaces, dict: Located<PdfDict>): void {
  const { file } = check;
  // A transfer function is reported only if it may change tones; one that cannot is left out.
  for (const key of ['TR', 'TR2'] as const) {
    const curve = file.get(dict, key)?.value;
    if (curve === undefined) continue;
    const isPlain =
      curve instanceof PdfName && (curve.text === 'Identity' || (key === 'TR2' && curve.text === 'Default'));
    if (!isPlain) check.tell('transfer');
    else if (key === 'TR' || curve.text !== 'Default') file.drop(dict, key);
  }
  file.drop(dict, 'HTP');
  const halftone = file.get(dict, 'HT')?.value;
  if (halftone !== undefined && !isPlainHalftone(halftone)) file.drop(dict, 'HT');
  const intent = file.name(dict, 'RI');
  if (intent === undefined || !intents.has(intent)) file.drop(dict, 'RI');
  const mode = file.get(dict, 'BM')?.value;
  const modes = file.array(dict, 'BM');
  if (modes) {
    const known = itemsOf(file, modes, maxModes)
      .map(({ value }) => value)
      .find((item) => item instanceof PdfName && blendModes.has(item.text));
    file.set(dict, 'BM', known instanceof PdfName ? `/${known.text}` : '/Normal');
  } else if (mode !== undefined && !(mode instanceof PdfName && blendModes.has(mode.text)))
    file.set(dict, 'BM', '/Normal');
  const isOn = (key: string) => file.get(dict, key)?.value === true;
  spaces.overprint(file.number(dict, 'OPM'), isOn('OP') || isOn('op'));
}

/** Whether a halftone is of a kind that is allowed; others only say how a printer makes its dots. */
function isPlainHalftone(halftone: unknown): boolean {
  if (halftone instanceof PdfName) return halftone.text === 'Default';
  const dict = halftone instanceof PdfStream ? halftone.dict : halftone;
  if (!(dict instanceof PdfDict)) return false;
  const kind = dict.get('HalftoneType');
  return kind === 1 && !dict.has('HalftoneName') && !dict.has('TransferFunction');
}
