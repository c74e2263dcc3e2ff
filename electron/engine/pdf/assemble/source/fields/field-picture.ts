import {
  boxOf,
  identity,
  matrixOf,
  PdfDict,
  PdfName,
  PdfStream,
  pointBy,
  shortNumber,
  type Box,
  type ByteRange,
  type Matrix,
  type PdfObjects,
  type SourcePage,
} from '../../../objects/index.ts';
import { drawEmptyField, drawFieldValue } from './field-value.ts';
import { inherited } from './inherited.ts';
import type { ItemContext } from '../item-context.ts';
import { countAction, countScripts } from '../scripts.ts';
import { isSeen, uprightTurn } from '../shapes.ts';

/** What a form field shows, to be drawn into the page. */
export type FieldPicture = {
  /** Its layer, as written: it shows with that only; null for one that always shows. */
  readonly layer: ByteRange | null;
} & (
  | {
      /** The file's own picture of it. */
      readonly kind: 'appearance';
      readonly stream: PdfStream;
      /** Operands of cm, perhaps of two. */
      readonly matrix: string;
    }
  /** Drawn by us, in the page's own space. */
  | { readonly kind: 'drawn'; readonly content: string }
);

/**
 * What a field shows, and counts what is lost with it.
 *
 * @param turns of its page
 * @returns null for a field that shows nothing
 */
export function flattenField(
  context: ItemContext,
  widget: PdfDict,
  turns: SourcePage['turns'],
): FieldPicture | null {
  const { objects, tally } = context;
  tally.add('fields');
  const value = inherited(objects, widget, 'V');
  const type = inherited(objects, widget, 'FT');
  const kind = type instanceof PdfName ? type.text : '';
  if (kind === 'Sig' && value !== undefined) tally.add('signatures');
  countScripts(context, widget);
  const action = objects.dictAt(widget, 'A');
  if (action) countAction(context, action);
  const flags = objects.numberAt(widget, 'F') ?? 0;
  if (!isSeen(flags)) return null;
  const rectangle = boxOf(objects, widget.get('Rect'));
  if (!rectangle) return null;
  const layer = objects.dictAt(widget, 'OC') ? widget.range('OC') : null;
  const turn = uprightTurn(rectangle, flags, turns);
  const upright = turn === null ? '' : `${turn.map((n) => shortNumber(n, 3)).join(' ')} cm `;
  const drawn = (content: string): FieldPicture => ({
    kind: 'drawn',
    content: upright === '' ? content : `q ${upright}${content}Q\n`,
    layer,
  });
  const drawnValue = (): FieldPicture | null => {
    const { boxes } = context.type;
    const content = drawFieldValue(context, widget, kind, rectangle);
    if (content === '') return null;
    tally.add('valuesDrawn');
    if (context.type.boxes > boxes) tally.add('valuesWithBoxes');
    return drawn(content);
  };
  const redrawn = mustRedraw(context, kind) ? drawnValue() : null;
  if (redrawn) return redrawn;
  const appearance = appearanceOf(objects, widget);
  const box = appearance && boxOf(objects, appearance.dict.get('BBox'));
  if (appearance && box)
    return {
      kind: 'appearance',
      stream: appearance,
      matrix: upright + fitMatrix(box, matrixOf(objects, appearance.dict) ?? identity, rectangle),
      layer,
    };
  const plain = drawnValue();
  if (plain) return plain;
  // Of a field that has pictures none may be meant to show.
  const isBare = !objects.dictAt(widget, 'AP') && kind !== 'Sig';
  const empty = isBare ? drawEmptyField(context, widget, rectangle) : '';
  return empty === '' ? null : drawn(empty);
}

/** Whether the file says that its pictures of values are out of date (NeedAppearances, ISO 32000-1 §12.7.2). */
function mustRedraw({ objects }: ItemContext, kind: string): boolean {
  const form = objects.dictAt(objects.catalog, 'AcroForm');
  return form !== undefined && objects.get(form, 'NeedAppearances') === true && ['Tx', 'Ch'].includes(kind);
}

/**
 * An annotation's normal appearance, by state where there are several (ISO 32000-1 §12.5.5); a field that does not say which is in the
 * state of its value.
 */
export function appearanceOf(objects: PdfObjects, annotation: PdfDict): PdfStream | null {
  const pictures = objects.dictAt(annotation, 'AP');
  const normal = pictures && objects.get(pictures, 'N');
  if (normal instanceof PdfStream) return normal;
  if (!(normal instanceof PdfDict)) return null;
  const streamOf = (state: string) => objects.streamAt(normal, state) ?? null;
  const state = objects.nameAt(annotation, 'AS');
  if (state !== undefined) return streamOf(state);
  const value = inherited(objects, annotation, 'V');
  return (value instanceof PdfName ? streamOf(value.text) : null) ?? streamOf('Off');
}

/** Algorithm 8.1 of the standard: the transformed box fills the annotation's rectangle. */
function fitMatrix(box: Box, matrix: Matrix, rectangle: Box): string {
  const corners = [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[0], box[3]],
    [box[2], box[3]],
  ].map(([x, y]) => pointBy(matrix, x!, y!));
  const left = Math.min(...corners.map(([x]) => x));
  const right = Math.max(...corners.map(([x]) => x));
  const bottom = Math.min(...corners.map(([, y]) => y));
  const top = Math.max(...corners.map(([, y]) => y));
  const sx = right > left ? (rectangle[2] - rectangle[0]) / (right - left) : 1;
  const sy = top > bottom ? (rectangle[3] - rectangle[1]) / (top - bottom) : 1;
  const number = (n: number) => shortNumber(n, 6);
  const place = (n: number) => shortNumber(n, 3);
  return `${number(sx)} 0 0 ${number(sy)} ${place(rectangle[0] - left * sx)} ${place(rectangle[1] - bottom * sy)}`;
}
