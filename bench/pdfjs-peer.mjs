import { createReadStream, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { root } from '../scripts/build/parts.mjs';
import { median } from './measure.mjs';
import { memoryOf, startApp } from './running-app.mjs';

const library = join(root, 'node_modules/pdfjs-dist/legacy/build');

/** A window and nothing else. */
const main = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1360, height: 850 });
  window.loadURL(process.argv.find((each) => each.startsWith('http')));
});
`;

const types = { html: 'text/html', mjs: 'text/javascript', pdf: 'application/pdf' };

/**
 * pdf.js on the same files, in a window of the same Electron: a bare canvas of the width our reader has, the document read by
 * ranges of 256 KB. It draws what it is asked for and nothing ahead.
 *
 * @param {string} folder to work in
 * @param {string} home the user's folder
 * @param {readonly { path: string, pages: number }[]} documents
 * @param {{ opens: number, jumps: number }} size
 * @returns {Promise<null | { firstMs: number, farMs: number[], pssMb: { before: number, end: number } }[]>} null where it is not
 *   installed: npm install --no-save pdfjs-dist
 */
export async function measurePdfJs(folder, home, documents, { opens, jumps }) {
  if (!existsSync(library)) return null;
  const app = join(folder, 'pdfjs-app');
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'peer', main: 'main.cjs' }));
  writeFileSync(join(app, 'main.cjs'), main);
  const files = new Map([
    ['/', () => '<!doctype html><title>pdf.js</title><canvas></canvas>'],
    ...['pdf.mjs', 'pdf.worker.mjs'].map((name) => [`/${name}`, () => readFileSync(join(library, name))]),
  ]);
  const server = createServer((request, response) => {
    const name = request.url ?? '/';
    const document = /^\/(\d+)\.pdf$/.exec(name);
    if (document) return sendRange(documents[Number(document[1])].path, request, response);
    const read = files.get(name);
    response.writeHead(read ? 200 : 404, { 'content-type': types[name.split('.').at(-1)] ?? types.html });
    response.end(read?.());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}/`;
  const running = await startApp(home, [address], app);
  try {
    const { page, pid } = running;
    await page.waitForLoadState('load');
    await page.evaluate(prepare);
    const rows = [];
    for (const [index, { pages }] of documents.entries()) {
      const before = memoryOf(pid).pssMb;
      const first = [];
      for (let round = 0; round < opens; round += 1)
        first.push(await page.evaluate(openDocument, `${index}.pdf`));
      const far = await page.evaluate(jumpFar, { jumps, pages });
      await page.evaluate(showAll, pages);
      rows.push({ firstMs: median(first), farMs: far, pssMb: { before, end: memoryOf(pid).pssMb } });
    }
    return rows;
  } finally {
    await running.close();
    server.close();
  }
}

function sendRange(path, request, response) {
  const { size } = statSync(path);
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const head = { 'accept-ranges': 'bytes', 'content-type': types.pdf };
  if (from === undefined) {
    response.writeHead(200, { ...head, 'content-length': size });
    // Only the length is asked for without a range; the body would be read whole.
    return request.method === 'HEAD' ? response.end() : createReadStream(path).pipe(response);
  }
  const start = Number(from);
  const end = to ? Math.min(Number(to), size - 1) : size - 1;
  response.writeHead(206, {
    ...head,
    'content-length': end - start + 1,
    'content-range': `bytes ${start}-${end}/${size}`,
  });
  return createReadStream(path, { start, end }).pipe(response);
}

// What follows runs in the window.

async function prepare() {
  // An address of the server above, not a module of this folder.
  const address = '/pdf.mjs';
  const pdfjs = await import(address);
  pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs';
  window.peer = {
    document: null,
    async open(url) {
      await window.peer.document?.loadingTask.destroy();
      window.peer.document = await pdfjs.getDocument({
        url,
        rangeChunkSize: 262_144,
        disableAutoFetch: true,
        disableStream: true,
      }).promise;
    },
    async draw(number) {
      const page = await window.peer.document.getPage(number);
      const canvas = document.querySelector('canvas');
      const { width } = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: 527 / width });
      canvas.width = viewport.width;
      canvas.height = viewport.height;
      await page.render({ canvas, canvasContext: canvas.getContext('2d'), viewport }).promise;
      await new Promise(requestAnimationFrame);
      page.cleanup();
    },
  };
}

async function openDocument(url) {
  const begun = performance.now();
  await window.peer.open(url);
  await window.peer.draw(1);
  return performance.now() - begun;
}

async function jumpFar({ jumps, pages }) {
  const took = [];
  for (let jump = 0; jump < jumps; jump += 1) {
    const begun = performance.now();
    await window.peer.draw(1 + Math.floor((((jump * 7 + 3) % jumps) / jumps) * pages));
    took.push(performance.now() - begun);
  }
  return took;
}

async function showAll(pages) {
  for (let number = 1; number <= pages; number += 1) await window.peer.draw(number);
}
