import type { ObjectSink } from '../../draw/font-subset.ts';
import type { TagNode } from '../../draw/drawn-page.ts';

/** A drawn page as the structure tree names it. */
export interface TaggedPage {
  readonly id: number;
  /** Its key in the parent tree. */
  readonly structParents: number;
  /** Object numbers of its link annotations, and their keys in the parent tree. */
  readonly links: readonly { readonly id: number; readonly structParent: number }[];
}

/** Deeper than any table is nested. */
const maxDepth = 32;

/**
 * Writes what a screen reader needs to know of drawn pages (ISO 32000-1 §14.7).
 *
 * @returns object number of the structure tree's root
 * @throws RangeError when the tags name a page or a link that is not there
 */
export function writeStructureTree(sink: ObjectSink, root: TagNode, pages: readonly TaggedPage[]): number {
  const rootId = sink.allocate();
  // For each page: the element of each piece of marked content; for each link: its element.
  const contents = pages.map((): number[] => []);
  const linkParents = new Map<number, number>();

  const write = (node: TagNode, parentId: number, depth: number): number => {
    if (depth > maxDepth) throw new RangeError('tags are nested too deeply');
    const id = sink.allocate();
    const kids = node.children.map((child) => {
      if ('type' in child) return `${write(child, id, depth + 1)} 0 R`;
      const page = pages[child.page];
      if (!page) throw new RangeError('tags name a page that is not there');
      if ('mcid' in child) {
        contents[child.page]![child.mcid] = id;
        return `<</Type/MCR/Pg ${page.id} 0 R/MCID ${child.mcid}>>`;
      }
      const link = page.links[child.link];
      if (!link) throw new RangeError('tags name a link that is not there');
      linkParents.set(link.structParent, id);
      return `<</Type/OBJR/Pg ${page.id} 0 R/Obj ${link.id} 0 R>>`;
    });
    sink.writeObject(
      id,
      `<</Type/StructElem/S/${node.type}/P ${parentId} 0 R${node.entries ?? ''}/K[${kids.join(' ')}]>>`,
    );
    return id;
  };

  const document = write(root, rootId, 0);
  const rows: [number, string][] = pages.map(({ structParents }, at) => [
    structParents,
    `[${Array.from(contents[at]!, (id) => (id === undefined ? 'null' : `${id} 0 R`)).join(' ')}]`,
  ]);
  for (const [key, id] of linkParents) rows.push([key, `${id} 0 R`]);
  rows.sort(([a], [b]) => a - b);
  const next = rows.reduce((most, [key]) => Math.max(most, key), -1) + 1;
  sink.writeObject(
    rootId,
    `<</Type/StructTreeRoot/K ${document} 0 R/ParentTree<</Nums[${rows.map(([key, value]) => `${key} ${value}`).join(' ')}]>>/ParentTreeNextKey ${next}>>`,
  );
  return rootId;
}
