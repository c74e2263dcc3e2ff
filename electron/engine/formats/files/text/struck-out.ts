/**
 * Words that a line is drawn through. On the page they are not what it says, and read without their line they turn it into its opposite
 * (“will not”), so they stand between these marks wherever a document becomes text.
 */
export const struckOut = { begin: '[struck out: ', end: ']' } as const;

const elements = new Set(['s', 'strike', 'del']);

/**
 * Whether an element of HTML draws a line through its words, by its name or its own style (HTML §4.5.5, CSS Text Decoration §2.1).
 *
 * @example strikesOut('span', { style: 'text-decoration: line-through' }) // true
 */
export function strikesOut(name: string, attributes: Readonly<Record<string, string>>): boolean {
  return elements.has(name) || /text-decoration[^;]{0,200}line-through/i.test(attributes['style'] ?? '');
}
