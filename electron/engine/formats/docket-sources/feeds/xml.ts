import { Parser } from 'htmlparser2';
import { DomHandler, hasChildren, isTag, isText, type AnyNode, type ParentNode } from 'domhandler';
import { AppError } from '../../../../../shared/errors/app-error.ts';

/** Feeds and docket files nest six deep. */
const deepest = 100;

/** Builds the tree, and stops where it nests deeper than any feed does. */
class BoundedHandler extends DomHandler {
  private readonly name: string;
  private depth = 0;

  constructor(name: string) {
    super();
    this.name = name;
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.depth += 1;
    if (this.depth > deepest) throw new AppError('DOCKET_SOURCE_TOO_DEMANDING', { name: this.name });
    super.onopentag(name, attributes);
  }

  override onclosetag(): void {
    this.depth -= 1;
    super.onclosetag();
  }
}

/**
 * Reads XML leniently: feeds of courts are not always well-formed. Entities are decoded once.
 *
 * @throws AppError DOCKET_SOURCE_TOO_DEMANDING where elements nest too deeply
 */
export function parseXml(text: string, name: string): ParentNode {
  const handler = new BoundedHandler(name);
  new Parser(handler, { xmlMode: true, decodeEntities: true }).end(text);
  return handler.root;
}

/** All text of an element, CDATA included, as written. */
function writtenText(element: ParentNode): string {
  const parts: string[] = [];
  const stack: AnyNode[] = element.children.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) parts.push(node.data);
    else if (hasChildren(node))
      for (let at = node.children.length - 1; at >= 0; at -= 1) stack.push(node.children[at]!);
  }
  return parts.join('');
}

/** Text of the first child of that name, trimmed; empty where there is none. */
export function childText(element: ParentNode, name: string): string {
  const child = element.children.find(
    (node) => isTag(node) && node.name.toLowerCase() === name.toLowerCase(),
  );
  return child !== undefined && hasChildren(child) ? writtenText(child).trim() : '';
}
