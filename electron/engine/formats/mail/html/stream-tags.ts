import { Parser } from 'htmlparser2';

/** What is done with each tag and text, in order; every element that opens closes. */
export interface TagHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
  /** Whether the rest need not be read. */
  readonly isFull: boolean;
}

const chunkCharacters = 65_536;
/** Elements open in each other at the end of a chunk, beyond which they are closed: the parser's work grows with them. */
const maxOpen = 1_000;

/** Reads HTML as a stream of tags, in time that grows with its length only. */
export function streamTags(html: string, handler: TagHandler): void {
  let open = 0;
  const begin = () =>
    new Parser(
      {
        onopentag: (name, attributes) => {
          open += 1;
          handler.open(name, attributes);
        },
        ontext: (text) => handler.text(text),
        onclosetag: (name) => {
          open -= 1;
          handler.close(name);
        },
      },
      { decodeEntities: true, recognizeSelfClosing: false },
    );
  let parser = begin();
  for (let at = 0; at < html.length && !handler.isFull;) {
    const limit = at + chunkCharacters;
    // A chunk ends before a tag, so that the next can begin again.
    const tag = limit < html.length ? html.lastIndexOf('<', limit) : html.length;
    const end = tag > at ? tag : Math.min(limit, html.length);
    parser.write(html.slice(at, end));
    at = end;
    if (open <= maxOpen) continue;
    parser.end();
    parser = begin();
  }
  parser.end();
}
