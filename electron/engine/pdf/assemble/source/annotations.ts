import { PDFDict, PDFName, PDFRef, PDFStream, PDFArray, type PDFContext, type PDFObject } from 'pdf-lib';
import { point } from '../../draw/typesetter.ts';
import type { Carrier } from './carrier.ts';
import type { Destinations } from './destinations.ts';
import { arrayOf, dictOf, nameOf, readBox, readNumber, type SourcePage } from './source-document.ts';
import type { Tally } from './tally.ts';

/** Kinds that play or hold files; they stay as what they look like. */
const mediaKinds = new Set(['Screen', 'Movie', 'Sound', '3D', 'RichMedia', 'FileAttachment']);
/** Where a click may lead without leaving the document or running anything. */
const harmlessNames = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage']);
const hidden = 2;
const noView = 32;

const keys = (...names: string[]): ReadonlySet<PDFName> => new Set(names.map((name) => PDFName.of(name)));
const actionKeys = keys('A', 'AA', 'PA', 'Dest', 'P');
const mediaKeys = keys(
  'Subtype',
  'FS',
  'Movie',
  'Sound',
  'T',
  'MK',
  '3DD',
  '3DV',
  '3DA',
  '3DI',
  'RichMediaContent',
  'RichMediaSettings',
);

/** A form field's picture, to be drawn into the page. */
export interface FieldPicture {
  readonly stream: PDFRef;
  /** Operand of cm. */
  readonly matrix: string;
}

export interface CarriedAnnotations {
  /** Items of the page's Annots. */
  readonly items: readonly string[];
  readonly fields: readonly FieldPicture[];
}

/**
 * Carries a page's annotations: links lead to the carried pages, scripts and what starts programs or holds files is taken
 * out, form fields become pictures of what they show.
 *
 * @param pageIds object numbers of the carried pages, in the source's order
 */
export function carryAnnotations(
  context: PDFContext,
  page: SourcePage,
  pageId: number,
  {
    carrier,
    destinations,
    pageIds,
    tally,
  }: {
    carrier: Carrier;
    destinations: Destinations;
    pageIds: readonly number[];
    tally: Tally;
  },
): CarriedAnnotations {
  const items: string[] = [];
  const fields: FieldPicture[] = [];
  for (const object of arrayOf(context, page.dict, 'Annots')) {
    const annotation = context.lookup(object);
    if (!(annotation instanceof PDFDict)) continue;
    const kind = nameOf(context, annotation, 'Subtype') ?? '';
    if (kind === 'Widget') {
      const picture = pictureOf(context, annotation, tally);
      if (picture) fields.push(picture);
      continue;
    }
    const action = rewriteAction(context, annotation, { carrier, destinations, pageIds, tally });
    let except = actionKeys;
    let added = action;
    if (mediaKinds.has(kind)) {
      tally.add(kind === 'FileAttachment' ? 'embeddedFiles' : 'media');
      except = new Set([...actionKeys, ...mediaKeys]);
      added = '/Subtype/Stamp';
    }
    const body = `<<${carrier.entries(annotation, except)}/P ${pageId} 0 R${added}>>`;
    if (object instanceof PDFRef) {
      carrier.replace(object, body);
      items.push(carrier.reference(object));
    } else items.push(body);
  }
  return { items, fields };
}

function rewriteAction(
  context: PDFContext,
  annotation: PDFDict,
  {
    carrier,
    destinations,
    pageIds,
    tally,
  }: {
    carrier: Carrier;
    destinations: Destinations;
    pageIds: readonly number[];
    tally: Tally;
  },
): string {
  countScripts(context, dictOf(context, annotation, 'AA'), tally);
  const action = dictOf(context, annotation, 'A');
  const isDirect = annotation.has(PDFName.of('Dest'));
  if (!action && !isDirect) return '';
  const target = isDirect
    ? destinations.resolve(annotation.get(PDFName.of('Dest')))
    : destinations.ofAction(action!);
  if (target) return `/Dest[${pageIds[target.page]} 0 R ${target.view}]`;
  const kind = action && nameOf(context, action, 'S');
  if (kind === 'URI') return `/A<</S/URI/URI ${carrier.serialise(action!.get(PDFName.of('URI')))}>>`;
  if (kind === 'Named' && harmlessNames.has(nameOf(context, action!, 'N') ?? ''))
    return `/A<</S/Named/N/${nameOf(context, action!, 'N')}>>`;
  if (kind === 'JavaScript') tally.add('scripts');
  else if (kind === 'Launch') tally.add('launches');
  else tally.add(kind === 'GoTo' || isDirect ? 'deadLinks' : 'foreignActions');
  return '';
}

function countScripts(context: PDFContext, actions: PDFDict | undefined, tally: Tally): void {
  for (const value of actions?.values() ?? []) {
    const action = context.lookup(value);
    if (action instanceof PDFDict)
      tally.add(nameOf(context, action, 'S') === 'Launch' ? 'launches' : 'scripts');
  }
}

function pictureOf(context: PDFContext, widget: PDFDict, tally: Tally): FieldPicture | null {
  tally.add('fields');
  if (inherited(context, widget, 'FT')?.toString() === '/Sig' && inherited(context, widget, 'V'))
    tally.add('signatures');
  countScripts(context, dictOf(context, widget, 'AA'), tally);
  const action = dictOf(context, widget, 'A');
  if (action && nameOf(context, action, 'S') === 'JavaScript') tally.add('scripts');
  const flags = readNumber(context, widget.get(PDFName.of('F'))) ?? 0;
  if ((flags & (hidden | noView)) !== 0) return null;
  const rectangle = readBox(context, widget.get(PDFName.of('Rect')));
  const appearance = appearanceOf(context, widget);
  if (!appearance) {
    const value = inherited(context, widget, 'V');
    const isShown = value !== undefined && !['/Off', '()', '<>'].includes(value.toString());
    if (isShown && rectangle) tally.add('valuesWithoutPicture');
    return null;
  }
  const stream = context.lookup(appearance);
  if (!rectangle || !(stream instanceof PDFStream)) return null;
  const box = readBox(context, stream.dict.get(PDFName.of('BBox')));
  if (!box) return null;
  return { stream: appearance, matrix: fitMatrix(box, readMatrix(context, stream.dict), rectangle) };
}

/** The normal appearance, by state where there are several (ISO 32000-1 §12.5.5). */
function appearanceOf(context: PDFContext, widget: PDFDict): PDFRef | null {
  const pictures = dictOf(context, widget, 'AP');
  const normal = pictures?.get(PDFName.of('N'));
  const resolved = context.lookup(normal);
  if (resolved instanceof PDFStream) return normal instanceof PDFRef ? normal : null;
  if (!(resolved instanceof PDFDict)) return null;
  const state = resolved.get(PDFName.of(nameOf(context, widget, 'AS') ?? 'Off'));
  return state instanceof PDFRef && context.lookup(state) instanceof PDFStream ? state : null;
}

function readMatrix(context: PDFContext, dict: PDFDict): number[] {
  const array = context.lookup(dict.get(PDFName.of('Matrix')));
  const numbers = array instanceof PDFArray ? array.asArray().map((item) => readNumber(context, item)) : [];
  return numbers.length === 6 && numbers.every((n) => n !== undefined)
    ? (numbers as number[])
    : [1, 0, 0, 1, 0, 0];
}

/** Algorithm 8.1 of the standard: the transformed box fills the annotation's rectangle. */
function fitMatrix(
  box: readonly [number, number, number, number],
  matrix: readonly number[],
  rectangle: readonly [number, number, number, number],
): string {
  const [a, b, c, d, e, f] = matrix as [number, number, number, number, number, number];
  const corners = [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[0], box[3]],
    [box[2], box[3]],
  ].map(([x, y]) => [a * x! + c * y! + e, b * x! + d * y! + f] as const);
  const left = Math.min(...corners.map(([x]) => x));
  const right = Math.max(...corners.map(([x]) => x));
  const bottom = Math.min(...corners.map(([, y]) => y));
  const top = Math.max(...corners.map(([, y]) => y));
  const sx = right > left ? (rectangle[2] - rectangle[0]) / (right - left) : 1;
  const sy = top > bottom ? (rectangle[3] - rectangle[1]) / (top - bottom) : 1;
  const number = (n: number) => Number(n.toFixed(6)).toString();
  return `${number(sx)} 0 0 ${number(sy)} ${point(rectangle[0] - left * sx)} ${point(rectangle[1] - bottom * sy)}`;
}

/** A field's own or inherited entry (§12.7.3.1). */
function inherited(context: PDFContext, widget: PDFDict, key: string): PDFObject | undefined {
  let node: PDFDict | undefined = widget;
  for (let depth = 0; node && depth < 32; depth += 1) {
    const value = context.lookup(node.get(PDFName.of(key)));
    if (value) return value;
    node = dictOf(context, node, 'Parent');
  }
  return undefined;
}
