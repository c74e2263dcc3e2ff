/**
 * Joins the lines of a text sent as `format=flowed` (RFC 3676): a line that ends in a space goes on in the next of the same depth
 * of quotation.
 *
 * @param isSpaceDeleted `DelSp=yes`: the space was put there and is removed
 * @example unflow('One \nline.', false) // 'One line.'
 */
export function unflow(text: string, isSpaceDeleted: boolean): string {
  const lines: string[] = [];
  let open: { depth: number; pieces: string[] } | null = null;
  const settle = () => {
    if (open) lines.push(quoted(open.depth, open.pieces.join('')));
    open = null;
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    const depth = /^>*/.exec(line)![0].length;
    const content = line.slice(depth).replace(/^ /, '');
    // The separator before a signature ends in a space and never goes on.
    const isFlowed = content.endsWith(' ') && content !== '-- ';
    const piece = isFlowed && isSpaceDeleted ? content.slice(0, -1) : content;
    const current = open as { depth: number; pieces: string[] } | null;
    if (current && current.depth === depth && content !== '-- ') current.pieces.push(piece);
    else {
      settle();
      open = { depth, pieces: [piece] };
    }
    if (!isFlowed) settle();
  }
  settle();
  return lines.join('\n');
}

const quoted = (depth: number, content: string) =>
  depth === 0 ? content : `${'>'.repeat(depth)} ${content}`;
