import { writeDeflated } from '../../draw/font-subset.ts';
import { fontPrefix } from '../../draw/typesetter.ts';
import {
  KeySet,
  resourcesOf,
  shortNumber,
  type ByteRange,
  type Matrix,
  type PdfDict,
  type PdfStream,
  type SourcePage,
} from '../../objects/index.ts';
import type { Stamp } from '../marks/index.ts';
import { carryAnnotations } from './annotations.ts';
import { streamKeys } from './carrier.ts';
import type { FieldPicture } from './fields/field-picture.ts';
import type { ItemContext, PagePlace } from './item-context.ts';
import { OpenMarks } from './open-marks.ts';
import type { PageContent } from './page-content.ts';
import { countScripts } from './scripts.ts';

/** How a page is to be carried. */
export interface PageWishes extends PagePlace {
  /** Object number of its node in the page tree. */
  readonly parentId: number;
  /** Null where nothing is drawn over it. */
  readonly stamp: Stamp | null;
  /** Encloses the content in a form of its own even if it looks tidy. */
  readonly isWrapped: boolean;
  /** Link annotations of ours, as object numbers. */
  readonly links: readonly number[];
}

/** Entries of a page that are rewritten, run something, or lead out of the page. */
const pageKeys = new KeySet(
  'Type Parent Kids Count Contents Resources MediaBox CropBox Rotate UserUnit Annots AA AF B PieceInfo Metadata Thumb LastModified StructParents Trans Dur PresSteps DPart TemplateInstantiated ID SeparationInfo'.split(
    ' ',
  ),
);
const formKeys = streamKeys('Type', 'Subtype', 'BBox', 'Resources', 'Matrix', 'Group', 'Name', 'OC');
const pictureKeys = streamKeys('Subtype');
const lentKeys = streamKeys('Subtype', 'Resources');
const maxLentFonts = 50;
const sharedKinds = new KeySet(['Font', 'XObject']);

interface BaseResources {
  readonly resources: PdfDict | undefined;
  /** Whether names of our fonts are taken. */
  readonly hasOurFonts: boolean;
}

/** Carries the pages of one source into one output. */
export class PageCarrier {
  readonly #context: ItemContext;
  /** Object number of the output's shared "q" stream. */
  readonly #openingId: number;
  readonly #resources = new Map<string, string>();
  /** What pages with one and the same dictionary of resources have in it. */
  readonly #bases = new Map<string, BaseResources>();

  readonly #openMarks: OpenMarks;

  constructor(context: ItemContext, openingId: number) {
    this.#context = context;
    this.#openMarks = new OpenMarks(context);
    this.#openingId = openingId;
  }

  /**
   * Writes one page of the source.
   *
   * @param content its content streams, as read before
   * @returns whether its content was enclosed in a form
   */
  carry(page: SourcePage, content: PageContent, wishes: PageWishes): { isWrapped: boolean } {
    const { output, carrier, tally } = this.#context;
    countScripts(this.#context, page.dict);
    carrier.files.addAssociated(page.dict);
    if (page.hasOddTurn) tally.add('oddTurns');
    if (page.hasOddBox) tally.add('oddBoxes');
    this.#openMarks.closeAppearances(page);
    const { ids, pictures } = carryAnnotations(this.#context, page, wishes);
    const drawing = this.#drawing(page, content, wishes, pictures);
    const annotations = [...ids, ...wishes.links];
    output.writeDict(wishes.pageId, () => {
      output.text(`/Type/Page/Parent ${wishes.parentId} 0 R/MediaBox[${numbers(page.mediaBox)}]`);
      if (page.hasCropBox) output.text(`/CropBox[${numbers(page.shownBox)}]`);
      if (page.turns !== 0) output.text(`/Rotate ${page.turns * 90}`);
      if (page.userUnit !== 1) output.text(`/UserUnit ${written(page.userUnit)}`);
      output.text('/Resources ');
      if (drawing.resources !== null) output.text(drawing.resources);
      else if (page.resources) carrier.value(page.resources);
      else output.text('<<>>');
      if (drawing.contents !== '') output.text(`/Contents ${drawing.contents}`);
      if (annotations.length > 0) output.text(`/Annots[${annotations.map((id) => `${id} 0 R`).join(' ')}]`);
      carrier.entries(page.dict, pageKeys);
    });
    carrier.flush();
    return { isWrapped: drawing.isWrapped };
  }

  #drawing(
    page: SourcePage,
    content: PageContent,
    { stamp, matrix, isWrapped }: PageWishes,
    pictures: readonly FieldPicture[],
  ): { contents: string; resources: string | null; isWrapped: boolean } {
    if (!stamp && pictures.length === 0 && !isWrapped)
      return { contents: this.#refs(content.streams), resources: null, isWrapped: false };
    const { output, type } = this.#context;
    const { resources, hasOurFonts } = this.#base(page);
    // What cannot be known is taken for tidy, and read back.
    const state = content.state();
    const isUntidy = isWrapped || state === 'untidy' || state === 'damaged';
    // A page we stamped before has our names in its resources already; a form of its own keeps them apart.
    const mustWrap = isUntidy || matrix !== null || hasOurFonts;
    const frame = mustWrap && content.streams.length > 0 ? this.#wrap(page, content) : null;
    const names = this.#freeNames(frame === null ? resources : undefined, pictures.length);
    // What closes marked content behind the place where a reader stops is never read there.
    const ends = frame === null ? '' : 'EMC\n'.repeat(content.marksAtStop());
    let operators = frame === null ? 'Q\n' : `${framed(page, matrix, names.frame)}${ends}`;
    let xobjects = frame === null ? '' : `/${names.frame} ${frame} 0 R`;
    const move = matrix === null ? '' : `${numbers(matrix)} cm `;
    pictures.forEach((picture, i) => {
      if (picture.layer !== null) {
        operators += `q ${move}/${names.fields[i]} Do Q\n`;
        xobjects += `/${names.fields[i]} ${this.#layered(page, picture, picture.layer)} 0 R`;
        return;
      }
      if (picture.kind === 'drawn') {
        operators += `q ${move}\n${picture.content}Q\n`;
        return;
      }
      operators += `q ${move}${picture.matrix} cm/${names.fields[i]} Do Q\n${this.#openMarks.endsOf(picture.stream)}`;
      xobjects += `/${names.fields[i]} ${this.#picture(picture.stream)} 0 R`;
    });
    operators += stamp ? `q\n${stamp.content}Q\n` : '';
    const drawing = output.allocate();
    output.writeStream(drawing, '', Buffer.from(operators, 'latin1'));
    const fonts = pictures.some(({ kind }) => kind === 'drawn') ? type.fontResources() : (stamp?.fonts ?? '');
    const opened = () => {
      const opening = matrix === null ? this.#openingId : this.#movedOpening(page, matrix);
      return `[${opening} 0 R ${this.#refs(content.streams).slice(1, -1)} ${drawing} 0 R]`;
    };
    return {
      // What is named comes along: the streams themselves only where no form holds their content.
      contents: frame === null ? opened() : `${drawing} 0 R`,
      resources: this.#augmented(page, frame === null ? resources : undefined, fonts, xobjects),
      isWrapped: frame !== null && isUntidy,
    };
  }

  #refs(streams: readonly PdfStream[]): string {
    const { carrier } = this.#context;
    return streams.length === 0
      ? ''
      : `[${streams.map(({ id }) => `${carrier.reference(id)} 0 R`).join(' ')}]`;
  }

  #base(page: SourcePage): BaseResources {
    const { resourcesKey } = page;
    const present = resourcesKey === null ? undefined : this.#bases.get(resourcesKey);
    if (present) return present;
    const { objects } = this.#context;
    const resources = resourcesOf(objects, page);
    const fonts = resources && objects.dictAt(resources, 'Font');
    this.#openMarks.close(resources);
    const hasOurFonts = fonts?.keys().some((key) => key.startsWith(fontPrefix)) ?? false;
    const base = { resources, hasOurFonts };
    if (resourcesKey !== null) this.#bases.set(resourcesKey, base);
    return base;
  }

  /**
   * Puts the page's content into a form, whose state ends with it. A single stream that is sound, or of which nothing can be read,
   * keeps its bytes as they are stored; several are joined, and of a damaged one what can be read is packed again. Marked content that is left open is closed: to some
   * readers what is drawn after the form would be a part of it, hidden with its layer or read as its ActualText.
   *
   * @returns the form's object number; null when the content is too large to decode
   */
  #wrap(page: SourcePage, content: PageContent): number | null {
    const { output, carrier } = this.#context;
    const resources = page.resources ? carrier.text(page.resources) : '<<>>';
    // Without a group of its own, it is blended as before: in the page's.
    const entries = `/Type/XObject/Subtype/Form/BBox[${numbers(page.mediaBox)}]/Resources ${resources}`;
    const decoded = content.decoded();
    const ends = decoded === null ? '' : '\nEMC'.repeat(content.openMarks());
    const isKept = decoded === null || decoded.isSound || decoded.bytes.length === 0;
    if (content.streams.length === 1 && isKept && ends === '') {
      const id = output.allocate();
      carrier.stream(id, content.streams[0]!, formKeys, entries);
      return id;
    }
    if (decoded === null) return null;
    const id = output.allocate();
    writeDeflated(output, id, entries, Buffer.concat([decoded.bytes, Buffer.from(ends)]));
    return id;
  }

  /** A field's picture as a form: many lack what makes them one, or name fonts that only the form as a whole has. */
  #picture(stream: PdfStream): number {
    const { carrier } = this.#context;
    const resources = this.#lentFonts(stream.dict);
    carrier.replace(stream.id, (outputId) =>
      carrier.stream(
        outputId,
        stream,
        resources === '' ? pictureKeys : lentKeys,
        `/Subtype/Form${resources}`,
      ),
    );
    return carrier.reference(stream.id)!;
  }

  /** A field's picture that shows with a layer only: a form that belongs to the layer draws it (ISO 32000-1 §8.11.3.3). */
  #layered({ mediaBox }: SourcePage, picture: FieldPicture, layer: ByteRange): number {
    const { output, carrier, type } = this.#context;
    const [content, resources] =
      picture.kind === 'drawn'
        ? [picture.content, `/Font<<${type.fontResources()}>>`]
        : [
            `q ${picture.matrix} cm/FwField Do Q\n${this.#openMarks.endsOf(picture.stream)}`,
            `/XObject<</FwField ${this.#picture(picture.stream)} 0 R>>`,
          ];
    const id = output.allocate();
    const entries = `/Type/XObject/Subtype/Form/BBox[${numbers(mediaBox)}]/OC ${carrier.text(layer)}/Resources<<${resources}>>`;
    output.writeStream(id, entries, Buffer.from(content, 'latin1'));
    return id;
  }

  /** Saves the state before content that is drawn smaller though it cannot be put into a form. */
  #movedOpening(page: SourcePage, matrix: Matrix): number {
    const { output } = this.#context;
    const id = output.allocate();
    output.writeStream(id, '', Buffer.from(moved(page, matrix), 'latin1'));
    return id;
  }

  /** Resources of a picture with the form's fonts (DR, ISO 32000-1 §12.7.2) that it lacks; empty when it has all. */
  #lentFonts(picture: PdfDict): string {
    const { objects, carrier } = this.#context;
    const form = objects.dictAt(objects.catalog, 'AcroForm');
    const shared = form && objects.dictAt(form, 'DR');
    const lent = shared && objects.dictAt(shared, 'Font');
    if (!lent) return '';
    const own = objects.dictAt(picture, 'Resources');
    const fonts = own && objects.dictAt(own, 'Font');
    const missing = lent
      .keys()
      .slice(0, maxLentFonts)
      .filter((key) => /^[\w.+-]+$/.test(key) && !fonts?.has(key));
    if (missing.length === 0) return '';
    const entries = (dict: PdfDict | undefined, except: string) =>
      (dict?.keys() ?? [])
        .filter((key) => key !== except && /^[\w.+-]+$/.test(key))
        .map((key) => `/${key} ${carrier.text(dict!.range(key))}`)
        .join('');
    const added = missing.map((key) => `/${key} ${carrier.text(lent.range(key))}`).join('');
    return `/Resources<<${entries(own, 'Font')}/Font<<${entries(fonts, '')}${added}>>>>`;
  }

  #freeNames(resources: PdfDict | undefined, fields: number) {
    const present = resources && this.#context.objects.dictAt(resources, 'XObject');
    if (!present && fields === 0) return { frame: 'FwPage', fields: [] };
    const taken = new Set(present?.keys());
    const free = (name: string) => {
      let candidate = name;
      for (let n = 2; taken.has(candidate); n += 1) candidate = `${name}_${n}`;
      taken.add(candidate);
      return candidate;
    };
    return {
      frame: free('FwPage'),
      fields: Array.from({ length: fields }, (_, i) => free(`FwField${i + 1}`)),
    };
  }

  /** The page's resources with ours added; one object for all pages that share both. */
  #augmented(page: SourcePage, base: PdfDict | undefined, fonts: string, xobjects: string): string {
    if (base === undefined) return `<</Font<<${fonts}>>/XObject<<${xobjects}>>>>`;
    const key = page.resourcesKey === null ? null : `${page.resourcesKey} ${fonts} ${xobjects}`;
    const present = key === null ? undefined : this.#resources.get(key);
    if (present !== undefined) return present;
    const { output, carrier, objects } = this.#context;
    const id = output.allocate();
    output.writeDict(id, () => {
      carrier.entries(base, sharedKinds);
      for (const [kind, added] of [
        ['Font', fonts],
        ['XObject', xobjects],
      ] as const) {
        const own = objects.dictAt(base, kind);
        if (!own && added === '') continue;
        output.text(`/${kind}<<`);
        if (own) carrier.entries(own);
        output.text(`${added}>>`);
      }
    });
    if (key !== null) this.#resources.set(key, `${id} 0 R`);
    return `${id} 0 R`;
  }
}

/** Draws the page's own content, and no more of it than was shown, when it is drawn smaller. */
function framed(page: SourcePage, matrix: PagePlace['matrix'], name: string): string {
  return matrix === null ? `q/${name} Do Q\n` : `${moved(page, matrix)}/${name} Do Q\n`;
}

/** Saves the state, and has what follows drawn smaller, no more of it than was shown. */
function moved({ shownBox }: SourcePage, matrix: Matrix): string {
  const [left, bottom, right, top] = shownBox;
  const clip = `${written(left)} ${written(bottom)} ${written(right - left)} ${written(top - bottom)} re W n`;
  return `q ${numbers(matrix)} cm ${clip}\n`;
}

const written = (value: number) => shortNumber(value, 6);
const numbers = (values: readonly number[]) => values.map(written).join(' ');
