import { execFileSync } from 'node:child_process';
import { createCipheriv } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { root } from '../scripts/build/parts.mjs';

/**
 * Writes PDFs of scanned pages: letter pages at 200 dpi, each one gray image of noise, so that nothing can be packed
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
 * Writes PDFs as office scanners do: letter pages at 300 dpi, each one gray JPEG of lines on paper with some grain. The same arguments
 * give the same bytes.
 *
 * @param {string} folder
 * @param {{ megabytes: number, pagesPerFile: number }} size about
 * @returns {Promise<string[]>} the files
 */
export async function makeJpegScans(folder, { megabytes, pagesPerFile }) {
  const sharp = createRequire(import.meta.url)(join(root, 'out/images/sharp.cjs'));
  const [width, height] = [2550, 3300];
  const jpegs = [];
  for (let kind = 0; kind < 8; kind += 1) {
    const samples = noise(width * height, kind);
    for (let y = 0, at = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1, at += 1) {
        const isLine = y > 300 && y < 2700 && y % 60 < 26 && x > 310 && x < 2000 + ((y * kind) % 290);
        const isInk = isLine && (x * 7 + y * 3) % 23 < 11 && (x >> 4) % 6 > 0;
        samples[at] = (isInk ? 30 : 232) + (samples[at] >> 4);
      }
    jpegs.push(
      await sharp(samples, { raw: { width, height, channels: 1 } })
        .toColourspace('b-w')
        .jpeg({ quality: 75 })
        .toBuffer(),
    );
  }
  const fileBytes = (pagesPerFile * jpegs.reduce((sum, { length }) => sum + length, 0)) / jpegs.length;
  return Array.from({ length: Math.max(1, Math.round((megabytes * 1e6) / fileBytes)) }, (_, index) => {
    const path = join(folder, `letters-${number(index)}.pdf`);
    writePdf(path, pagesPerFile, (page, pdf) => {
      const image = pdf.add(
        `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode`,
        jpegs[(index + page) % jpegs.length],
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

const faces = ['LiberationSerif-Regular', 'LiberationSerif-Bold', 'LiberationSans-Regular'];

/**
 * Writes PDFs as word processors make what is filed: packed text in three embedded fonts, two links a page, a bookmark for every
 * tenth. Five objects a page, as real filings have (of 74 PDFs of five pages and more the median has 4.8).
 *
 * @returns {string[]} the files
 */
export function makeFilings(folder, { files, pagesPerFile }) {
  const programs = faces.map((face) => readFileSync(join(root, `assets/fonts/${face}.ttf`)));
  return Array.from({ length: files }, (_, index) => {
    const path = join(folder, `filing-${number(index)}.pdf`);
    writePdf(path, pagesPerFile, (page, pdf) => {
      pdf.resources ??= pdf.add(
        `/Font << ${programs.map((program, at) => addFace(pdf, at, program)).join(' ')} >>`,
      );
      const link = (place) =>
        pdf.add(
          `/Type /Annot /Subtype /Link /Rect [72 ${300 + place * 40} 200 ${312 + place * 40}] /Border [0 0 0] /Dest [${pdf.pages[(page * 7 + place) % pagesPerFile]} 0 R /XYZ 72 700 0]`,
        );
      const lines = Array.from(
        { length: 40 },
        (_line, line) =>
          `BT /F${line % 3} 11 Tf 1 0 0 1 72 ${720 - line * 15} Tm [(File ${index + 1}, page ${page + 1}, )-20(line ${line + 1}: the quick )15(brown fox jumps over the lazy dog.)] TJ ET`,
      );
      return {
        resources: pdf.resources,
        content: `q 0 0 612 792 re W n\n${lines.join('\n')}\n0.5 w 72 100 m 300 100 l S Q`,
        isPacked: true,
        links: [link(0), link(1)],
        bookmark: page % 10 === 0 ? `Part ${page / 10 + 1}` : null,
      };
    });
    return path;
  });
}

/** Adds an embedded font; returns its entry of the resources. */
function addFace(pdf, at, program) {
  const file = pdf.add(`/Length1 ${program.length} /Filter /FlateDecode`, deflateSync(program));
  const descriptor = pdf.add(
    `/Type /FontDescriptor /FontName /${faces[at]} /Flags 32 /FontBBox [-200 -250 1200 950] /ItalicAngle 0 /Ascent 900 /Descent -210 /CapHeight 700 /StemV 80 /FontFile2 ${file} 0 R`,
  );
  const widths = Array(95).fill(500).join(' ');
  const font = pdf.add(
    `/Type /Font /Subtype /TrueType /BaseFont /${faces[at]} /FirstChar 32 /LastChar 126 /Widths [${widths}] /Encoding /WinAnsiEncoding /FontDescriptor ${descriptor} 0 R`,
  );
  return `/F${at} ${font} 0 R`;
}

/**
 * Writes one PDF of scanned letters: typed pages drawn by pdftoppm at 300 dpi, as gray pictures without text.
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

/** Writes one PDF with a Bates number at the foot of each page: what the baseline overlays on its merged pages. */
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
  pdf.pages = Array.from({ length: pages }, pdf.reserve);
  const bookmarks = [];
  for (const [page, id] of pdf.pages.entries()) {
    const { resources, content, isPacked, links, bookmark } = drawPage(page, pdf);
    const body = Buffer.from(content);
    const stream = isPacked ? pdf.add('/Filter /FlateDecode', deflateSync(body)) : pdf.add('', body);
    const own = typeof resources === 'number' ? `${resources} 0 R` : `<< ${resources} >>`;
    const annotations = links ? ` /Annots [${links.map((link) => `${link} 0 R`).join(' ')}]` : '';
    pdf.put(
      id,
      `/Type /Page /Parent ${tree} 0 R /MediaBox [0 0 612 792] /Resources ${own} /Contents ${stream} 0 R${annotations}`,
    );
    if (bookmark) bookmarks.push({ title: bookmark, page: id });
  }
  const outline = bookmarks.length > 0 ? ` /Outlines ${addOutline(pdf, bookmarks)} 0 R` : '';
  pdf.put(catalog, `/Type /Catalog /Pages ${tree} 0 R${outline}`);
  pdf.put(tree, `/Type /Pages /Count ${pages} /Kids [${pdf.pages.map((id) => `${id} 0 R`).join(' ')}]`);
  const start = position;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  write(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}`);
  write(`trailer\n<< /Size ${offsets.length + 1} /Root ${catalog} 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  closeSync(handle);
}

function addOutline(pdf, bookmarks) {
  const outline = pdf.reserve();
  const items = bookmarks.map(pdf.reserve);
  for (const [at, { title, page }] of bookmarks.entries()) {
    const before = at > 0 ? ` /Prev ${items[at - 1]} 0 R` : '';
    const after = at + 1 < items.length ? ` /Next ${items[at + 1]} 0 R` : '';
    pdf.put(items[at], `/Title (${title}) /Parent ${outline} 0 R${before}${after} /Dest [${page} 0 R /Fit]`);
  }
  pdf.put(outline, `/Type /Outlines /First ${items[0]} 0 R /Last ${items.at(-1)} 0 R /Count ${items.length}`);
  return outline;
}
