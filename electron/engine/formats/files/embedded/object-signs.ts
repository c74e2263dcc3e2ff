import type { ByteSource } from '../../../pdf/index.ts';
import { OfficePackage, partName } from '../office/package.ts';
import { TextCollector } from '../text/extraction.ts';

/** Elements of an object that another program made (ISO/IEC 29500-1 §17.3.3.19, §18.3.1.59, §19.3.2.4): pictures in them show it, or its icon. */
const objectElements = new Set(['object', 'oleObject', 'oleObj', 'control']);
/** Attributes by which a picture is named (§20.1.8.13, and in VML). */
const pictureNames = /^(?:\w+:)?(?:id|embed|relid|pict)$/;

/**
 * The pictures in a package of Office that only stand for an object put into the document: the object itself is there too.
 *
 * @returns names of parts, in lower case
 */
export function objectSigns(source: ByteSource): ReadonlySet<string> {
  const pack = new OfficePackage(source, new TextCollector(0));
  const signs = new Set<string>();
  for (const list of pack.names(/(?:^|\/)_rels\/[^/]+\.(?:xml|vml)\.rels$/)) {
    const part = list.replace('_rels/', '').replace(/\.rels$/, '');
    const pictures = new Map(
      [...pack.relations(part)].flatMap(([id, { target, type }]) =>
        type === 'image' ? [[id, partName(target)] as const] : [],
      ),
    );
    if (pictures.size === 0) continue;
    // Drawings of the older sort that stand beside a sheet or a slide are there for its objects.
    let depth = part.endsWith('.vml') ? 1 : 0;
    pack.read(part, {
      open(name, attributes) {
        if (objectElements.has(name)) depth++;
        if (depth === 0) return;
        for (const key in attributes) {
          const picture = pictureNames.test(key) ? pictures.get(attributes[key]!) : undefined;
          if (picture !== undefined) signs.add(picture);
        }
      },
      close(name) {
        if (objectElements.has(name)) depth--;
      },
    });
  }
  return signs;
}
