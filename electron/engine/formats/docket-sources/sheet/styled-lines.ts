import { Element, Text, type AnyNode } from 'domhandler';
import { foldSpace, isBlock, isUnseen } from '../printed/html-text.ts';

/** A line of a page with how it begins: courts tell names from roles by type alone. */
export interface StyledLine {
  readonly text: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isUnderlined: boolean;
}

interface Style {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isUnderlined: boolean;
}

const plain: Style = { isBold: false, isItalic: false, isUnderlined: false };

/**
 * Lines of a node's text as a browser breaks them, folded, without empty ones, each with the style of its first words.
 *
 * @example styledLines(parseHtml('<b>Fairwater LLC</b><br><i>a Delaware company</i>'))[1]?.isItalic // true
 */
export function styledLines(root: AnyNode | readonly AnyNode[]): StyledLine[] {
  const lines: StyledLine[] = [];
  let text = '';
  let style = plain;
  const end = (): void => {
    const folded = foldSpace(text);
    if (folded !== '') lines.push({ text: folded, ...style });
    text = '';
    style = plain;
  };
  const roots: readonly AnyNode[] = Array.isArray(root) ? root : [root];
  const waiting: (readonly [AnyNode, Style] | null)[] = roots
    .toReversed()
    .map((node) => [node, plain] as const);
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (!next) {
      end();
      continue;
    }
    const [node, around] = next;
    if (node instanceof Text) {
      if (text.trim() === '' && node.data.trim() !== '') style = around;
      text += node.data;
    } else if (node instanceof Element) {
      if (isUnseen(node)) continue;
      const isApart = isBlock(node) || node.name === 'td' || node.name === 'th';
      if (node.name === 'br' || isApart) end();
      if (isApart) waiting.push(null);
      const inner = styleOf(node, around);
      for (let i = node.children.length - 1; i >= 0; i -= 1) waiting.push([node.children[i]!, inner]);
    }
  }
  end();
  return lines;
}

function styleOf({ name, attribs }: Element, around: Style): Style {
  const css = attribs['style'] ?? '';
  return {
    isBold:
      around.isBold ||
      name === 'b' ||
      name === 'strong' ||
      /\bfont(?:-weight)?:[^;]*\b(?:bold|bolder|[6-9]00)\b/i.test(css),
    isItalic:
      around.isItalic ||
      name === 'i' ||
      name === 'em' ||
      /\bfont(?:-style)?:[^;]*\b(?:italic|oblique)\b/i.test(css),
    isUnderlined:
      around.isUnderlined || name === 'u' || /\btext-decoration(?:-line)?:[^;]*underline/i.test(css),
  };
}
