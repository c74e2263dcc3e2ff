import { deflateSync } from 'node:zlib';

/** How a small PDF's cross-references are written; `none` leaves them out, so that objects must be searched for. */
export type Form = 'table' | 'stream' | 'hybrid' | 'none';

const latin = (text: string) => Buffer.from(text, 'latin1');

/**
 * A PDF of these objects, numbered from 1; the first one is the catalog.
 *
 * @param form in `stream` and `hybrid` the objects after the third that are no streams stand in an object stream
 */
export function pdfOf(bodies: readonly string[], form: Form = 'table', before = ''): Buffer {
  const parts: string[] = [`${before}%PDF-1.7\n`];
  let length = parts[0]!.length;
  const add = (text: string) => {
    const at = length;
    parts.push(text);
    length += text.length;
    return at - before.length;
  };
  const isPacked = (body: string, at: number) =>
    (form === 'stream' || form === 'hybrid') && at >= 3 && !body.includes('stream');
  const places = bodies.map((body, at) =>
    isPacked(body, at) ? -1 : add(`${at + 1} 0 obj\n${body}\nendobj\n`),
  );
  const packed = bodies.flatMap((body, at) => (isPacked(body, at) ? [{ id: at + 1, body }] : []));
  const containerId = bodies.length + 1;
  const streamId = bodies.length + 2;
  let containerPlace = 0;
  if (packed.length > 0) {
    let offset = 0;
    const heads = packed.map(({ id, body }) => {
      const head = `${id} ${offset}`;
      offset += body.length + 1;
      return head;
    });
    const first = `${heads.join(' ')} `;
    const stored = deflateSync(latin(first + packed.map(({ body }) => body).join(' '))).toString('latin1');
    containerPlace = add(
      `${containerId} 0 obj\n<</Type/ObjStm/N ${packed.length}/First ${first.length}/Filter/FlateDecode/Length ${stored.length}>>\nstream\n${stored}\nendstream\nendobj\n`,
    );
  }
  const rows = places.map((place, at): [number, number, number] =>
    place >= 0 ? [1, place, 0] : [2, containerId, packed.findIndex(({ id }) => id === at + 1)],
  );
  const size = bodies.length + 3;
  const stream = () => {
    const at = length - before.length;
    const all: [number, number, number][] = [[0, 0, 0], ...rows, [1, containerPlace, 0], [1, at, 0]];
    const bytes = Buffer.concat(
      all.map(([type, place, index]) =>
        Buffer.from([type, (place >> 16) & 255, (place >> 8) & 255, place & 255, index]),
      ),
    );
    const stored = deflateSync(bytes).toString('latin1');
    return add(
      `${streamId} 0 obj\n<</Type/XRef/Size ${size}/W[1 3 1]/Root 1 0 R/Filter/FlateDecode/Length ${stored.length}>>\nstream\n${stored}\nendstream\nendobj\n`,
    );
  };
  const entry = (place: number) => `${String(place).padStart(10, '0')} 00000 n \n`;
  const table = (more: string) => {
    const lines = rows.map(([type, place]) => (type === 1 ? entry(place) : '0000000000 00000 f \n'));
    return add(
      `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${lines.join('')}trailer\n<</Size ${size}/Root 1 0 R${more}>>\n`,
    );
  };
  if (form === 'none') add('trailer\n<</Root 1 0 R>>\n');
  else {
    const hybrid = form === 'hybrid' ? stream() : 0;
    const start = form === 'stream' ? stream() : table(form === 'hybrid' ? `/XRefStm ${hybrid}` : '');
    add(`startxref\n${start}\n%%EOF\n`);
  }
  return latin(parts.join(''));
}

/** A catalog, a page tree, and as many letter pages; `Fairwater 1` and so on as their content. */
export function pagesOf(count: number): string[] {
  const kids = Array.from({ length: count }, (_, i) => `${3 + i * 2} 0 R`).join(' ');
  const pages = Array.from({ length: count }, (_, i) => {
    const content = `BT (Fairwater ${i + 1}) Tj ET`;
    return [
      `<</Type/Page/Parent 2 0 R/Contents ${4 + i * 2} 0 R>>`,
      `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    ];
  });
  return [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${count}/MediaBox[0 0 612 792]/Rotate 90/Kids[${kids}]>>`,
    ...pages.flat(),
  ];
}

/** A page with bookmarks each beneath the one before. */
export function nestedBookmarks(levels: number): Buffer {
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R/Outlines<</First 4 0 R/Last 4 0 R>>>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>',
    ...Array.from({ length: levels }, (_, at) => {
      const below = at + 1 < levels ? `/First ${at + 5} 0 R/Last ${at + 5} 0 R` : '';
      return `<</Title(Level ${at + 1})/Dest[3 0 R/Fit]${below}>>`;
    }),
  ]);
}
