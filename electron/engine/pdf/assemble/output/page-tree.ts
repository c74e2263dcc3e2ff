import type { ObjectSink } from '../../draw/font-subset.ts';

/** Kids of a node: readers find a page in a few steps, and a page's node is small. */
const fanOut = 64;

/** A document's pages, numbered before they are written, in nodes of at most 64. */
export class PageTree {
  /** Object number of each page, in order. */
  readonly pageIds: readonly number[];
  readonly rootId: number;
  readonly #nodes: readonly { id: number; kids: readonly number[]; count: number }[];
  readonly #first: number;
  /** By object number less that of the first page. */
  readonly #parents: number[] = [];

  constructor(sink: ObjectSink, pages: number) {
    this.pageIds = Array.from({ length: pages }, () => sink.allocate());
    this.#first = this.pageIds[0] ?? 0;
    const nodes: { id: number; kids: number[]; count: number }[] = [];
    let level = this.pageIds.map((id) => ({ id, count: 1 }));
    do {
      const next: { id: number; count: number }[] = [];
      for (let i = 0; i < Math.max(1, level.length); i += fanOut) {
        const kids = level.slice(i, i + fanOut);
        const id = sink.allocate();
        const count = kids.reduce((sum, kid) => sum + kid.count, 0);
        for (const kid of kids) this.#parents[kid.id - this.#first] = id;
        nodes.push({ id, kids: kids.map((kid) => kid.id), count });
        next.push({ id, count });
      }
      level = next;
    } while (level.length > 1);
    this.rootId = level[0]!.id;
    this.#nodes = nodes;
  }

  /** Object number of the node a page hangs from. */
  parentOf(pageId: number): number {
    return this.#parents[pageId - this.#first]!;
  }

  /** Writes the nodes; the caller writes the pages. */
  write(sink: ObjectSink): void {
    for (const { id, kids, count } of this.#nodes) {
      const parent = this.#parents[id - this.#first];
      sink.writeObject(
        id,
        `<</Type/Pages/Count ${count}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]${parent === undefined ? '' : `/Parent ${parent} 0 R`}>>`,
      );
    }
  }
}
