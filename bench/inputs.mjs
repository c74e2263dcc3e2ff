import { execFileSync } from 'node:child_process';
import { createCipheriv } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

/**
 * Writes PDFs of scanned pages: letter pages at 200 dpi, each one grey image of noise, so that nothing can be packed
 * any smaller. The same arguments give the same bytes.
 *
 * @param {string} folder
 * @param {{ megabytes: number, pagesPerFile?: number }} size
 * @returns {string[]} the files
 */
export function makeScans(folder, { megabytes, pagesPerFile = 4 }) {
  const [width, height] = [1700, 2200];
  const fileBytes = pagesPerFile * width * height;
  const count = Math.max(1, Math.round((megabytes * 1e6) / fileBytes));
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `scan-${number(index)}.pdf`);
    writePdf(path, pagesPerFile, (page, pdf) => {
      const image = pdf.add(
        `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8`,
        noise(width * height, index * pagesPerFile + page),
      );
      return { resources: `/XObject << /I ${image} 0 R >>`, content: 'q 612 0 0 792 0 0 cm /I Do Q' };
    });
    return path;
  });
}

/**
 * Writes PDFs of typed pages, forty lines each, as a word processor would.
 *
 * @returns {string[]} the files
 */
export function makeTypedFiles(folder, { files, pagesPerFile }) {
  return Array.from({ length: files }, (_, index) => {
    const path = join(folder, `typed-${number(index)}.pdf`);
    writePdf(path, pagesPerFile, (page, pdf) => {
      pdf.font ??= pdf.add('/Type /Font /Subtype /Type1 /BaseFont /Times-Roman');
      const lines = Array.from(
        { length: 40 },
        (_line, line) =>
          `(File ${index + 1}, page ${page + 1}, line ${line + 1}: the quick brown fox jumps over the lazy dog.) Tj T*`,
      );
      return {
        resources: `/Font << /F ${pdf.font} 0 R >>`,
        content: `BT /F 11 Tf 14 TL 72 720 Td ${lines.join('\n')} ET`,
      };
    });
    return path;
  });
}

/**
 * Writes one PDF of scanned letters: typed pages drawn by pdftoppm at 300 dpi, as grey pictures without text.
 *
 * @param {string} folder
 * @param {{ pages: number }} size
 * @returns {string} the file
 */
export function makeScannedLetters(folder, { pages }) {
  const [typed] = makeTypedFiles(folder, { files: 1, pagesPerFile: pages });
  execFileSync('pdftoppm', ['-r', '300', '-gray', typed, join(folder, 'letter')]);
  const pictures = readdirSync(folder)
    .filter((name) => name.endsWith('.pgm'))
    .toSorted();
  const path = join(folder, 'letters.pdf');
  writePdf(path, pages, (page, pdf) => {
    const bytes = readFileSync(join(folder, pictures[page]));
    const [head, width, height] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(bytes.toString('latin1', 0, 40));
    const image = pdf.add(
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`,
      deflateSync(bytes.subarray(head.length)),
    );
    return { resources: `/XObject << /I ${image} 0 R >>`, content: 'q 612 0 0 792 0 0 cm /I Do Q' };
  });
  for (const name of [...pictures.map((picture) => join(folder, picture)), typed]) rmSync(name);
  return path;
}

/** Writes one PDF with a Bates number at the foot of each page: what the yardstick lays over its merged pages. */
export function makeStamps(path, pages) {
  writePdf(path, pages, (page, pdf) => {
    pdf.font ??= pdf.add('/Type /Font /Subtype /Type1 /BaseFont /Helvetica');
    const label = `BENCH${String(page + 1).padStart(6, '0')}`;
    return { resources: `/Font << /F ${pdf.font} 0 R >>`, content: `BT /F 9 Tf 500 24 Td (${label}) Tj ET` };
  });
}

const number = (index) => String(index + 1).padStart(4, '0');

/** Bytes that do not compress, the same for the same seed. */
function noise(length, seed) {
  const key = Buffer.alloc(16);
  key.writeUInt32LE(seed);
  return createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length));
}

/** Writes a PDF page by page, so that a large one needs no more memory than its largest page. */
function writePdf(path, pages, drawPage) {
  const handle = openSync(path, 'w');
  const offsets = [];
  let position = 0;
  const write = (bytes) => {
    position += writeSync(handle, bytes);
  };
  const pdf = {
    font: undefined,
    /** Takes the next object number, for an object that is written later. */
    reserve: () => offsets.push(0),
    put(id, dictionary, stream) {
      offsets[id - 1] = position;
      const length = stream ? ` /Length ${stream.length}` : '';
      write(`${id} 0 obj\n<< ${dictionary}${length} >>\n`);
      if (stream) {
        write('stream\n');
        write(stream);
        write('\nendstream\n');
      }
      write('endobj\n');
    },
    add(dictionary, stream) {
      const id = pdf.reserve();
      pdf.put(id, dictionary, stream);
      return id;
    },
  };
  write('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n');
  const catalog = pdf.reserve();
  const tree = pdf.reserve();
  const kids = Array.from({ length: pages }, (_, page) => {
    const { resources, content } = drawPage(page, pdf);
    const stream = pdf.add('', Buffer.from(content));
    return pdf.add(
      `/Type /Page /Parent ${tree} 0 R /MediaBox [0 0 612 792] /Resources << ${resources} >> /Contents ${stream} 0 R`,
    );
  });
  pdf.put(catalog, `/Type /Catalog /Pages ${tree} 0 R`);
  pdf.put(tree, `/Type /Pages /Count ${pages} /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}]`);
  const start = position;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  write(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}`);
  write(`trailer\n<< /Size ${offsets.length + 1} /Root ${catalog} 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  closeSync(handle);
}
