import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/build/parts.mjs';
import { makeScannedLetters, makeTypedFiles } from './inputs.mjs';
import { pair, time } from './measure.mjs';

const forthwith = [process.execPath, join(root, 'scripts/forthwith.mjs')];

/**
 * Text of typed pages, start of the program to its exit, beside pdftotext.
 *
 * @param {string} folder to work in
 * @param {readonly number[]} sizes in pages
 */
export function benchText(folder, sizes, rounds) {
  return sizes.map((pages) => {
    const inputs = join(folder, `typed-${pages}`);
    mkdirSync(inputs, { recursive: true });
    const [file] = makeTypedFiles(inputs, { files: 1, pagesPerFile: pages });
    const result = pair(
      rounds,
      () => time([...forthwith, 'pdf', 'text', file, '--json']),
      () => time(['pdftotext', file, '-']),
    );
    rmSync(inputs, { recursive: true });
    return { pages, ...result };
  });
}

/**
 * Recognition of scanned letters out of a matter, beside native Tesseract on as many cores: the same pages drawn by pdftoppm,
 * one process a page, two at a time, each on one thread.
 *
 * @param {string} folder to work in
 * @param {readonly number[]} sizes in pages
 */
export function benchRecognition(folder, sizes, rounds) {
  return sizes.map((pages) => {
    const inputs = join(folder, `letters-${pages}`);
    mkdirSync(inputs, { recursive: true });
    const file = makeScannedLetters(inputs, { pages });
    const matter = join(folder, 'letters.matter');
    const drawn = join(folder, 'letters');
    const result = pair(
      rounds,
      () => {
        for (const suffix of ['', '-wal', '-shm']) rmSync(matter + suffix, { force: true });
        time([...forthwith, 'matter', 'create', matter, '--title', 'Bench']);
        time([...forthwith, 'evidence', 'add', matter, file, '--json']);
        return time([...forthwith, 'evidence', 'ocr', matter, '--json']);
      },
      () => {
        rmSync(drawn, { recursive: true, force: true });
        mkdirSync(drawn);
        return time(
          [
            'sh',
            '-c',
            'pdftoppm -r 300 -gray "$1" "$2/p" && ls "$2"/*.pgm | xargs -P 2 -I {} tesseract {} {}',
            'sh',
            file,
            drawn,
          ],
          { env: { ...process.env, OMP_THREAD_LIMIT: '1' } },
        );
      },
    );
    rmSync(inputs, { recursive: true });
    return { pages, ...result };
  });
}
