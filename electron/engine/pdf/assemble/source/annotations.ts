import {
  KeySet,
  PdfDict,
  PdfReference,
  PdfString,
  type PdfArray,
  type PdfValue,
  type SourcePage,
} from '../../objects/index.ts';
import { appearanceOf, flattenField, type FieldPicture } from './fields/field-picture.ts';
import { pdfString, type PdfOutput } from '../output/pdf-output.ts';
import type { ItemContext, PagePlace } from './item-context.ts';
import { countAction, countChained, countScripts } from './scripts.ts';
import { moveShapes, movedKeys } from './moved-shapes.ts';

/** Kinds that play or hold files; they stay as what they look like. */
const mediaKinds = new Set(['Screen', 'Movie', 'Sound', '3D', 'RichMedia', 'FileAttachment']);
/** Addresses that run instead of leading anywhere. */
const scriptAddress = /^(?:javascript|vbscript):/i;

const actionKeys = ['A', 'AA', 'PA', 'Dest', 'P', 'AF', 'StructParent'];
const mediaKeys = 'Subtype FS Movie Sound T MK 3DD 3DV 3DA 3DI 3DU RichMediaContent RichMediaSettings'.split(
  ' ',
);
/** Entries that are left out, of what stays in its place and of what moves with its page's content. */
const leftOut = (...more: readonly string[]) => ({
  inPlace: new KeySet([...actionKeys, ...more]),
  moved: new KeySet([...actionKeys, ...more, ...movedKeys]),
});
const [ofNotes, ofMedia, ofBlank] = [leftOut(), leftOut(...mediaKeys), leftOut(...mediaKeys, 'AP', 'AS')];
/** Poppler calls a page with more than 10,000, our own links counted, broken, and goes no further in the file. */
const maxAnnotations = 9_900;

/** What became of a page's annotations. */
export interface CarriedAnnotations {
  /** Object numbers for the page's Annots. */
  readonly ids: readonly number[];
  /** What becomes print: form fields. */
  readonly pictures: readonly FieldPicture[];
}

/**
 * Carries a page's annotations: links lead to the carried pages, scripts and whatever starts programs or holds files are
 * removed, form fields become pictures of what they show unless they stay fields.
 */
export function carryAnnotations(
  context: ItemContext,
  page: SourcePage,
  place: PagePlace,
): CarriedAnnotations {
  const ids: number[] = [];
  const pictures: FieldPicture[] = [];
  const { objects, carrier, tally } = context;
  const list = objects.arrayAt(page.dict, 'Annots');
  if (!list) return { ids, pictures };
  const all = onceEach(list);
  const items = all.slice(0, maxAnnotations);
  tally.add('annotationsLeftOut', all.length - items.length);
  if (place.isRepeated) for (const item of items) if (item instanceof PdfReference) carrier.forget(item.id);
  for (const item of items) {
    const annotation = objects.resolve(item);
    if (!(annotation instanceof PdfDict)) continue;
    carrier.files.addAssociated(annotation);
    const kind = objects.nameAt(annotation, 'Subtype') ?? '';
    if (kind === 'Widget') {
      if (context.fields && !context.fields.isSignature(annotation))
        ids.push(context.fields.carryWidget(item, annotation, place));
      else {
        const picture = flattenField(context, annotation, page.turns);
        if (picture) pictures.push(picture);
      }
      continue;
    }
    const id = carryAnnotation(context, item, { annotation, kind, page: page.index }, place);
    if (id !== null) ids.push(id);
  }
  return { ids, pictures };
}

/** An annotation that is no form field. */
interface PlacedAnnotation {
  readonly annotation: PdfDict;
  /** Its Subtype. */
  readonly kind: string;
  /** Position of its page in the original, from 0. */
  readonly page: number;
}

/**
 * Carries one annotation that is no form field.
 *
 * @param item as it stands in the page's list
 * @returns its object number; null when it is carried nowhere
 */
function carryAnnotation(
  context: ItemContext,
  item: PdfValue,
  { annotation, kind, page }: PlacedAnnotation,
  place: PagePlace,
): number | null {
  const { objects, carrier, output, tally } = context;
  const isMedia = mediaKinds.has(kind);
  if (kind === 'FileAttachment') carrier.files.add(annotation.get('FS'));
  else if (isMedia) tally.add('media');
  // Read now, not when it is written: what is said of it must not depend on the order.
  const isBlank = isMedia && appearanceOf(objects, annotation) === null;
  const still = isMedia ? `/Subtype/Stamp${isBlank ? blankAppearance(output) : ''}` : '';
  const added = `${rewriteAction(context, annotation, page)}${still}`;
  const keys = isMedia ? ofMedia : ofNotes;
  const { inPlace, moved } = isBlank ? ofBlank : keys;
  const write = (outputId: number) =>
    output.writeDict(outputId, () => {
      carrier.entries(annotation, place.matrix ? moved : inPlace);
      if (place.matrix) output.text(moveShapes(objects, annotation, place.matrix));
      output.text(`/P ${place.pageId} 0 R${added}`);
    });
  if (item instanceof PdfReference) {
    // A link that stands on several pages may lead elsewhere from each.
    const action = objects.dictAt(annotation, 'A');
    if (action && objects.nameAt(action, 'S') === 'Named') carrier.forget(item.id);
    carrier.replace(item.id, write);
    return carrier.reference(item.id);
  }
  const id = output.allocate();
  write(id);
  return id;
}

/** The items of a page's list, none of them twice. */
function onceEach(list: PdfArray): PdfValue[] {
  const seen = new Set<number>();
  const items: PdfValue[] = [];
  for (let i = 0; i < list.length; i += 1) {
    const item = list.at(i) ?? null;
    if (item instanceof PdfReference) {
      if (seen.has(item.id)) continue;
      seen.add(item.id);
    }
    items.push(item);
  }
  return items;
}

/** An appearance that draws nothing, as an entry: of a stamp without one, programs make up what it shows (“Draft”). */
function blankAppearance(output: PdfOutput): string {
  const id = output.allocate();
  output.writeStream(id, '/Type/XObject/Subtype/Form/BBox[0 0 1 1]', Buffer.alloc(0));
  return `/AP<</N ${id} 0 R>>`;
}

/** Entries for where a click leads, instead of the annotation’s own. */
function rewriteAction(context: ItemContext, annotation: PdfDict, page: number): string {
  const { objects, destinations, targets, tally } = context;
  countScripts(context, annotation);
  const { target, action } = destinations.of(annotation, page);
  if (!action && !annotation.has('Dest')) return '';
  if (target) {
    if (action) countChained(context, action);
    const entry = targets.entryOf(target);
    if (entry === null) tally.add('linksLeftOut');
    return entry ?? '';
  }
  const isCounted = action !== undefined && countAction(context, action);
  const kind = action && objects.nameAt(action, 'S');
  if (kind === 'URI') return uriAction(context, action!);
  const isDead = !action || kind === 'GoTo' || destinations.isPageTurn(action);
  if (!isCounted) tally.add(isDead ? 'deadLinks' : 'foreignActions');
  return '';
}

/**
 * Entries that lead to an address, whole where the original says a part of it here and the rest once for all (URI Base, ISO 32000-1
 * §12.6.4.7); empty, and counted, where the address is a script.
 */
export function uriAction({ objects, carrier, tally }: ItemContext, action: PdfDict): string {
  const address = latin1Of(objects.get(action, 'URI'));
  if (scriptAddress.test(address.replaceAll(/[\0- ]/g, ''))) {
    tally.add('scripts');
    return '';
  }
  const entry = objects.dictAt(objects.catalog, 'URI');
  const base = entry ? latin1Of(objects.get(entry, 'Base')) : '';
  const isPart = address !== '' && base !== '' && !URL.canParse(address) && URL.canParse(address, base);
  return `/A<</S/URI/URI ${isPart ? pdfString(new URL(address, base).href) : carrier.text(action.range('URI'))}>>`;
}

const latin1Of = (value: PdfValue | undefined) =>
  value instanceof PdfString ? value.bytes.toString('latin1') : '';
