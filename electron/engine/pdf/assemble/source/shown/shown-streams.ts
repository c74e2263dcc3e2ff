import {
  PdfDict,
  PdfReference,
  PdfStream,
  resourcesOf,
  scanContent,
  type PdfObjects,
  type PdfValue,
  type SourcePage,
} from '../../../objects/index.ts';
import { PageContent } from '../page-content.ts';
import { innerValues, isForm, isPicture, isTile, maxDepth, namedIn } from './named-streams.ts';

const maxContentBytes = 64 * 1024 * 1024;
/** What a content uses by its name alone; spaces of color are used by others and by pictures too. */
const usedByName = ['Font', 'ExtGState', 'Pattern', 'Shading', 'Properties'];

/**
 * Object numbers of the streams that a page shows, at any depth, and of the property lists and layers of their marks; of its patterns,
 * fonts and states what those that it names may draw. Null where its content, or that of a form, pattern or letter that it may show, cannot be
 * read to the end.
 *
 * @param pictures that its annotations show, or may show
 * @param marks takes the names by which their marks name property lists
 */
export function shownBy(
  objects: PdfObjects,
  page: SourcePage,
  pictures: readonly PdfStream[],
  marks = new Set<string>(),
): ReadonlySet<number> | null {
  const content = new PageContent(objects, page, {});
  const walk = new ShownWalk(objects, [...content.streams, ...pictures], marks);
  const isRead =
    walk.readContent(content.whole(), resourcesOf(objects, page), 0) &&
    pictures.every((picture) => walk.readForm(picture, undefined, 0));
  return isRead && walk.isClear ? walk.shown : null;
}

/** Follows what contents draw. */
class ShownWalk {
  readonly shown: Set<number>;
  /** Whether all patterns and letters could be read. */
  isClear = true;
  readonly #objects: PdfObjects;
  readonly #marks: Set<string>;
  /** Forms whose contents were read: they, and letters of fonts, may lead back to the resources they stand in. */
  readonly #read = new Set<number>();
  readonly #reached = new Set<number>();

  constructor(objects: PdfObjects, drawn: readonly PdfStream[], marks: Set<string>) {
    this.#objects = objects;
    this.#marks = marks;
    this.shown = new Set(drawn.map(({ id }) => id));
  }

  /** @returns whether all of a content could be read, and of the forms it draws */
  readContent(content: Uint8Array | null, resources: PdfDict | undefined, depth: number): boolean {
    if (content === null || depth > maxDepth) return false;
    const names = new Set<string>();
    const marks = new Set<string>();
    const named = new Set<string>();
    const noted = {
      drawn: (name: string) => void names.add(name),
      marked: (name: string) => void marks.add(name),
      named: (name: string) => void named.add(name),
    };
    if (scanContent(content, noted).isBroken) return false;
    for (const name of marks) this.#marks.add(name);
    if (!resources) return true;
    const lists = marks.size > 0 ? this.#objects.dictAt(resources, 'Properties') : undefined;
    if (lists) for (const name of marks) this.#keepList(lists.get(name));
    this.#reachBesideDrawings(resources, depth, named);
    const drawings = this.#objects.dictAt(resources, 'XObject');
    return [...names].every((name) => {
      const stream = drawings && this.#objects.streamAt(drawings, name);
      if (!stream || this.shown.has(stream.id)) return true;
      this.shown.add(stream.id);
      if (isForm(this.#objects, stream)) return this.readForm(stream, resources, depth);
      this.#showAll(stream.dict);
      return true;
    });
  }

  /** Reads a content with resources of its own, or those of what draws it. */
  readForm(form: PdfStream, resources: PdfDict | undefined, depth: number): boolean {
    if (this.#read.has(form.id)) return true;
    this.#read.add(form.id);
    this.#keepList(form.dict.get('OC'));
    const own = this.#objects.dictAt(form.dict, 'Resources') ?? resources;
    return this.readContent(this.#objects.decode(form, maxContentBytes)?.bytes ?? null, own, depth + 1);
  }

  /** What a content may use beside the pictures and forms that it names. @param named names in it; without them, all that is there */
  #reachBesideDrawings(resources: PdfDict, depth: number, named?: ReadonlySet<string>): void {
    for (const key of resources.keys()) {
      if (key === 'XObject') continue;
      const entries = named && usedByName.includes(key) ? this.#objects.dictAt(resources, key) : undefined;
      if (!entries) this.#reach(resources.get(key), resources, depth);
      for (const name of entries?.keys() ?? [])
        if (named!.has(name)) this.#reach(entries!.get(name), resources, depth);
    }
  }

  /** A mask's form, a pattern and a font of drawings may all have the dictionary of the page: what they draw is what their contents name. */
  #reach(value: PdfValue | undefined, resources: PdfDict, depth: number): void {
    if (depth > maxDepth) return;
    if (value instanceof PdfReference) {
      if (this.#reached.has(value.id)) return;
      this.#reached.add(value.id);
      this.#reach(this.#objects.resolve(value), resources, depth);
    } else if (value instanceof PdfStream) this.#reachStream(value, resources, depth);
    else if (value instanceof PdfDict && this.#objects.nameAt(value, 'Subtype') === 'Type3')
      this.#reachLetters(value, resources, depth);
    else for (const inner of innerValues(this.#objects, value)) this.#reach(inner, resources, depth + 1);
  }

  #reachStream(stream: PdfStream, resources: PdfDict, depth: number): void {
    const hasContent = isForm(this.#objects, stream) || isTile(this.#objects, stream);
    if (hasContent || isPicture(this.#objects, stream)) this.shown.add(stream.id);
    if (!hasContent) this.#reach(stream.dict, resources, depth + 1);
    else if (!this.readForm(stream, resources, depth)) this.isClear = false;
  }

  /** A font whose letters are drawings has the resources of the page where it has none of its own (ISO 32000-1 table 112). */
  #reachLetters(font: PdfDict, resources: PdfDict, depth: number): void {
    const own = this.#objects.dictAt(font, 'Resources') ?? resources;
    const letters = this.#objects.dictAt(font, 'CharProcs');
    if (!letters || !(own.has('XObject') || own.has('Properties')))
      return this.#reachBesideDrawings(own, depth + 1);
    const isRead = letters.keys().every((key) => {
      const letter = this.#objects.streamAt(letters, key);
      return !letter || this.readForm(letter, own, depth);
    });
    if (!isRead) this.isClear = false;
  }

  #showAll(value: PdfValue): void {
    const { drawings, lists } = namedIn(this.#objects, value);
    for (const id of [...drawings, ...lists]) this.shown.add(id);
  }

  /** A property list of a mark, or the layer of a form: it, and the layers it names. */
  #keepList(value: PdfValue | undefined): void {
    if (value instanceof PdfReference) this.shown.add(value.id);
    for (const id of namedIn(this.#objects, value).lists) this.shown.add(id);
  }
}
