/**
 * The plain marks of assets/sample/documents/*.txt, one paragraph to a line:
 * `%pleading|letter|plain TITLE` first; `## ` centered heading; `### ` heading; `#. ` numbered paragraph; `~ ` line on its own;
 * `| a | b |` table row, the first of a run being its heading; anything else a paragraph.
 */
export type Block =
  | { readonly kind: 'heading' | 'subheading' | 'paragraph' | 'line'; readonly text: string }
  | { readonly kind: 'numbered'; readonly number: number; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

export interface SampleDocument {
  readonly form: 'pleading' | 'letter' | 'plain';
  readonly title: string;
  readonly blocks: readonly Block[];
}

/**
 * Reads one sample document.
 *
 * @throws Error when its first line does not say what it is: a fault in the shipped assets
 */
export function parseSampleDocument(source: string): SampleDocument {
  const [first = '', ...lines] = source.split('\n');
  const head = /^%(pleading|letter|plain) (.+)$/.exec(first);
  if (!head) throw new Error('A sample document must begin with %pleading, %letter or %plain and its title.');
  const blocks: Block[] = [];
  let number = 0;
  let rows: string[][] = [];
  const endTable = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows });
    rows = [];
  };
  for (const line of lines.map(typographic)) {
    if (line.startsWith('|')) {
      rows.push(
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      );
      continue;
    }
    endTable();
    if (line.startsWith('### ')) blocks.push({ kind: 'subheading', text: line.slice(4) });
    else if (line.startsWith('## ')) blocks.push({ kind: 'heading', text: line.slice(3) });
    else if (line.startsWith('#. ')) blocks.push({ kind: 'numbered', number: ++number, text: line.slice(3) });
    else if (line.startsWith('~')) blocks.push({ kind: 'line', text: line.slice(1).trim() });
    else if (line.trim() !== '') blocks.push({ kind: 'paragraph', text: line.trim() });
  }
  endTable();
  return { form: head[1] as SampleDocument['form'], title: typographic(head[2]!), blocks };
}

function typographic(text: string): string {
  return text.replaceAll("'", '’').replace(/"([^"]*)"/g, '“$1”');
}
