import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/build/parts.mjs';
import { makeStamps, makeTypedFiles } from './inputs.mjs';
import { pair, readJson, time } from './measure.mjs';

const forthwith = [process.execPath, join(root, 'scripts/forthwith.mjs')];
const pagesPerFile = 50;

/**
 * A whole exhibit set out of a matter (binder, one PDF an exhibit, slip sheets, stickers, Bates numbers, index with
 * links, bookmarks, labels), and the binder alone by `assemble`, each beside qpdf merging the same files and laying
 * ready-made numbers over them.
 *
 * @param {string} folder to work in
 * @param {readonly number[]} sizes in pages
 */
export function benchBinder(folder, sizes, rounds) {
  return sizes.map((pages) => {
    const inputs = join(folder, `typed-${pages}`);
    mkdirSync(inputs, { recursive: true });
    const files = makeTypedFiles(inputs, { files: pages / pagesPerFile, pagesPerFile });
    const stamps = join(folder, 'stamps.pdf');
    makeStamps(stamps, pages);
    const matter = prepareMatter(join(folder, `binder-${pages}.matter`), inputs);

    const out = join(folder, 'set');
    const overlay = join(folder, 'overlay.pdf');
    const qpdf = () =>
      time([
        'sh',
        '-c',
        'merged="$1"; stamps="$2"; out="$3"; shift 3; ' +
          'qpdf --empty --pages "$@" -- "$merged" && qpdf "$merged" --overlay "$stamps" -- "$out"',
        'sh',
        join(folder, 'merged.pdf'),
        stamps,
        overlay,
        ...files,
      ]);
    const build = pair(
      rounds,
      () => {
        rmSync(out, { recursive: true, force: true });
        return time([...forthwith, 'exhibits', 'build', matter, '--set', 'Bench', '--out', out, '--json']);
      },
      qpdf,
    );
    const parts = [
      '--bates',
      'BENCH000001',
      '--labels',
      'A',
      '--slip-sheets',
      '--stickers',
      '--index',
      '--outline',
    ];
    const assembled = join(folder, 'assembled.pdf');
    const assemble = pair(
      rounds,
      () => {
        rmSync(assembled, { force: true });
        return time([...forthwith, 'assemble', ...files, '--out', assembled, ...parts, '--json']);
      },
      qpdf,
    );
    return { pages, files: files.length, build, assemble };
  });
}

function prepareMatter(matter, inputs) {
  time([...forthwith, 'matter', 'create', matter, '--title', 'Bench']);
  const paths = readdirSync(inputs)
    .toSorted()
    .map((name) => join(inputs, name));
  const { items } = readJson([...forthwith, 'evidence', 'add', matter, ...paths, '--json']);
  const ids = items.map(({ id }) => id);
  time([...forthwith, 'exhibits', 'set', 'create', matter, '--name', 'Bench', '--bates', 'BENCH000001']);
  time([...forthwith, 'exhibits', 'add', matter, ...ids, '--set', 'Bench']);
  return matter;
}
