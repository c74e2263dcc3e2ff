import {
  namesIn,
  PdfArray,
  PdfDict,
  PdfReference,
  type PdfObjects,
  type PdfValue,
} from '../../objects/index.ts';

/** Associated files of one thing that are looked at. */
const maxFiles = 10_000;

/** Files within a source, which are left behind: each counted once, however many things beside its names refer to it. */
export class LeftFiles {
  readonly #objects: PdfObjects;
  readonly #seen = new Set<number>();
  count = 0;

  constructor(objects: PdfObjects) {
    this.#objects = objects;
  }

  /** Counts those of the document as a whole: the ones it lists by name, and its associated files. */
  addDocument(): void {
    const objects = this.#objects;
    const names = objects.dictAt(objects.catalog, 'Names');
    for (const [, file] of namesIn(objects, names?.get('EmbeddedFiles'))) {
      if (file instanceof PdfReference) this.#seen.add(file.id);
      this.count += 1;
    }
    this.addAssociated(objects.catalog);
  }

  /** Counts what a page, an annotation or a stream is associated with, where it holds a file (AF, ISO 32000-2 §14.13). */
  addAssociated(owner: PdfDict): void {
    if (!owner.has('AF')) return;
    const files = this.#objects.get(owner, 'AF');
    const list = files instanceof PdfArray ? [...files].slice(0, maxFiles) : [owner.get('AF')];
    for (const file of list) {
      const specification = this.#objects.resolve(file);
      if (specification instanceof PdfDict && specification.has('EF')) this.add(file);
    }
  }

  /** @param file a file specification (ISO 32000-1 §7.11.3), as it is referred to */
  add(file: PdfValue | undefined): void {
    if (file instanceof PdfReference) {
      if (this.#seen.has(file.id)) return;
      this.#seen.add(file.id);
    }
    this.count += 1;
  }
}
