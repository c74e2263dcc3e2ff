import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/build/parts.mjs';
import { makeScans, makeTypedFiles } from './inputs.mjs';
import { median } from './measure.mjs';
import { measurePdfJs } from './pdfjs-peer.mjs';
import { memoryOf, startApp } from './running-app.mjs';

/** Reading time before the page is turned, in which the next one is drawn. Milliseconds. */
const readingMs = 250;

/**
 * The reader in the real app: how long from a double click in the list to the first page drawn, from a key to the next page and
 * to a page far off, how smooth fast scrolling is, and the memory of all processes while every page is shown once.
 *
 * @param {string} folder to work in
 * @param {{ typedPages: number, scanMegabytes: number, opens: number, turns: number }} size
 */
export async function benchReader(folder, { typedPages, scanMegabytes, opens, turns }) {
  const [typed] = makeTypedFiles(folder, { files: 1, pagesPerFile: typedPages });
  // One gray picture of 3.74 MB a page, all in one file.
  const pagesPerFile = Math.max(1, Math.round((scanMegabytes * 1e6) / (1700 * 2200)));
  const [scan] = makeScans(folder, { megabytes: scanMegabytes, pagesPerFile });
  const matter = join(folder, 'reading.matter');
  const cli = (...args) => execFileSync(process.execPath, [join(root, 'scripts/forthwith.mjs'), ...args]);
  cli('matter', 'create', matter, '--title', 'Reading');
  cli('evidence', 'add', matter, typed, scan);
  // The app may run as another user.
  chmodSync(folder, 0o777);
  chmodSync(matter, 0o666);
  const home = mkdtempSync(join(tmpdir(), 'forthwith-bench-home-'));
  mkdirSync(join(home, 'app'), { mode: 0o777 });
  for (const each of [home, join(home, 'app')]) chmodSync(each, 0o777);
  const app = await startApp(home, [matter]);
  try {
    const { page, pid } = app;
    await page.getByRole('button', { name: /^Evidence/ }).click();
    await page.getByRole('row', { name: /typed-0001/ }).waitFor();
    const rows = [];
    for (const [what, row, pages] of [
      [`${typedPages.toLocaleString('en-US')} typed pages`, 'typed-0001', typedPages],
      [`${scanMegabytes} MB of scans, ${pagesPerFile} pages`, 'scan-0001', pagesPerFile],
    ]) {
      const first = [];
      for (let round = 0; round < opens; round += 1) {
        first.push(await page.evaluate(openDocument, row));
        // The last one stays open.
        if (round < opens - 1) await page.keyboard.press('Control+w');
        await page.waitForTimeout(300);
      }
      const turned = await page.evaluate(turnPages, { turns: Math.min(turns, pages - 2), readingMs });
      const far = await page.evaluate(jumpFar, { jumps: Math.min(turns, 20), pages });
      const frames = await page.evaluate(scrollFast, { frames: 240, stepPx: 300 });
      const before = memoryOf(pid).pssMb;
      const memory = [];
      for (let at = 0; at < pages; at += Math.ceil(pages / 10)) {
        await page.evaluate(showPages, { from: at, to: Math.min(pages, at + Math.ceil(pages / 10)) });
        memory.push(memoryOf(pid).pssMb);
      }
      rows.push({
        what,
        firstMs: median(first),
        turnMs: [atPart(turned, 0.5), atPart(turned, 0.95)],
        farMs: [atPart(far, 0.5), atPart(far, 0.95)],
        frameMs: [atPart(frames, 0.5), atPart(frames, 0.95)],
        pssMb: { before, most: Math.max(...memory), end: memory.at(-1) },
      });
      await page.keyboard.press('Control+w');
    }
    await app.close();
    const documents = [
      { path: typed, pages: typedPages },
      { path: scan, pages: pagesPerFile },
    ];
    const peers = await measurePdfJs(folder, home, documents, { opens, jumps: 20 });
    return rows.map((row, index) => ({ ...row, pdfJs: peers && peerOf(peers[index]) }));
  } finally {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  }
}

const peerOf = ({ firstMs, farMs, pssMb }) => ({
  firstMs,
  farMs: [atPart(farMs, 0.5), atPart(farMs, 0.95)],
  pssMb,
});

function atPart(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

// What follows runs in the window.

/** Opens an item by a double click; returns milliseconds until its first page is drawn and on the screen. */
async function openDocument(name) {
  const row = [...document.querySelectorAll('[role=row]')].find((each) => each.textContent.includes(name));
  const begun = performance.now();
  row.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  while (!document.querySelector('section[data-page="1"][data-drawn="true"]'))
    await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return performance.now() - begun;
}

/** Turns pages one by one with a key; returns milliseconds until each is drawn and on the screen. */
async function turnPages({ turns, readingMs: rest }) {
  const pages = document.querySelector('[data-pages]');
  const took = [];
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, rest));
    const next = Number(pages.dataset.currentPage) + 1;
    const begun = performance.now();
    pages.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
    while (
      pages.dataset.currentPage !== String(next) ||
      !pages.querySelector(`section[data-page="${next}"][data-drawn="true"]`)
    )
      await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    took.push(performance.now() - begun);
  }
  return took;
}

/** Goes to pages far from each other; returns milliseconds until each is drawn and on the screen. */
async function jumpFar({ jumps, pages: count }) {
  const pages = document.querySelector('[data-pages]');
  const took = [];
  for (let jump = 0; jump < jumps; jump += 1) {
    const part = ((jump * 7 + 3) % jumps) / jumps;
    const begun = performance.now();
    pages.scrollTop = pages.scrollHeight * part;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const wanted = Math.min(count, Number(pages.dataset.currentPage));
    while (!pages.querySelector(`section[data-page="${wanted}"][data-drawn="true"]`))
      await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    took.push(performance.now() - begun);
  }
  return took;
}

/** Scrolls by a large step every frame; returns the milliseconds between frames. */
async function scrollFast({ frames, stepPx }) {
  const pages = document.querySelector('[data-pages]');
  pages.scrollTop = 0;
  await new Promise((resolve) => setTimeout(resolve, 500));
  const took = [];
  let last = await new Promise(requestAnimationFrame);
  for (let frame = 0; frame < frames; frame += 1) {
    pages.scrollTop += stepPx;
    const now = await new Promise(requestAnimationFrame);
    took.push(now - last);
    last = now;
  }
  return took;
}

/** Shows pages one after the other, each until it is drawn. Pages from 0. */
async function showPages({ from, to }) {
  const pages = document.querySelector('[data-pages]');
  if (from === 0) pages.scrollTop = 0;
  for (let page = from; page < to; page += 1) {
    while (!pages.querySelector(`section[data-page="${page + 1}"][data-drawn="true"]`))
      await new Promise(requestAnimationFrame);
    pages.scrollTop =
      pages.querySelector(`section[data-page="${page + 1}"]`).offsetTop +
      pages.querySelector(`section[data-page="${page + 1}"]`).offsetHeight;
  }
}
