import { parseDocument } from 'htmlparser2';
import { hasChildren, isTag, isText, type AnyNode, type ParentNode } from 'domhandler';

/** Reads XML leniently: feeds of courts are not always well-formed. Entities are decoded once. */
export function parseXml(text: string): ParentNode {
  return parseDocument(text, { xmlMode: true, decodeEntities: true });
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
