import { point } from '../../../draw/typesetter.ts';
import { type PdfArray, type PdfDict, PdfString, type PdfValue } from '../../../objects/index.ts';
import { inherited } from './inherited.ts';
import type { ItemContext } from '../item-context.ts';

/** Wider borders are no borders. */
const maxBorder = 20;

/**
 * Ground and border of a field (MK’s BG and BC, ISO 32000-1 table 189; BS, table 166), those with depth as plain ones.
 *
 * @returns operators in the field's own upright frame; empty for a field with neither
 */
export function frameLook(
  { objects }: ItemContext,
  widget: PdfDict,
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const look = objects.dictAt(widget, 'MK');
  if (!look) return '';
  const ground = componentsOf(objects, objects.arrayAt(look, 'BG'));
  const drawn = ground.length === 0 ? '' : `${fill(ground)} 0 0 ${point(width)} ${point(height)} re f\n`;
  const border = componentsOf(objects, objects.arrayAt(look, 'BC'));
  const style = objects.dictAt(widget, 'BS');
  const line =
    (style && objects.numberAt(style, 'W')) ??
    componentsOf(objects, objects.arrayAt(widget, 'Border'))[2] ??
    1;
  if (border.length === 0 || !(line > 0 && line <= maxBorder)) return drawn;
  const kind = style && objects.nameAt(style, 'S');
  const inset = point(line / 2);
  const path =
    kind === 'U'
      ? `0 ${inset} m ${point(width)} ${inset} l`
      : `${inset} ${inset} ${point(width - line)} ${point(height - line)} re`;
  return `${drawn}${stroke(border)} ${point(line)} w ${kind === 'D' ? '[3] 0 d ' : ''}${path} S [] 0 d\n`;
}

/** Operators for the color that a field's default appearance gives its text: black where it says none. */
export function textColor(context: ItemContext, widget: PdfDict): string {
  const words = appearanceWords(context, widget);
  const at = words.findLastIndex((word) => word === 'g' || word === 'rg' || word === 'k');
  const count = { g: 1, rg: 3, k: 4 }[words[at] ?? ''] ?? 0;
  const components = words.slice(Math.max(0, at - count), Math.max(0, at)).map(Number);
  const isColor = components.length === count && components.every((each) => each >= 0 && each <= 1);
  const color = isColor && count > 0 ? components : [0];
  return `${fill(color)} ${stroke(color)}`;
}

/** The words of a field's default appearance, its own, inherited or the form's (DA, §12.7.3.3). */
export function appearanceWords({ objects }: ItemContext, widget: PdfDict): readonly string[] {
  const form = objects.dictAt(objects.catalog, 'AcroForm');
  const appearance = inherited(objects, widget, 'DA') ?? (form && objects.get(form, 'DA'));
  return appearance instanceof PdfString ? appearance.text.slice(0, 1_000).split(/\s+/) : [];
}

function componentsOf(objects: ItemContext['objects'], array: PdfArray | undefined): number[] {
  const values: (PdfValue | undefined)[] = array ? [...array].slice(0, 4) : [];
  return values.map((value) => Number(objects.resolve(value)) || 0);
}

const fill = (color: readonly number[]) => operands(color, 'g', 'rg');
const stroke = (color: readonly number[]) => operands(color, 'G', 'RG');

/** CMYK becomes RGB: what it looks like as print depends on a profile that no form has. */
function operands(color: readonly number[], grey: string, red: string): string {
  const [a = 0, b = 0, c = 0, black] = color;
  if (color.length === 1) return `${point(a)} ${grey}`;
  const components = black === undefined ? [a, b, c] : [a, b, c].map((ink) => (1 - ink) * (1 - black));
  return `${components.map(point).join(' ')} ${red}`;
}
