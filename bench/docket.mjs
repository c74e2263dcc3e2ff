import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/build/parts.mjs';
import { makeDocketSheet } from './docket-sheet.mjs';
import { pair, readJson, time } from './measure.mjs';

const forthwith = [process.execPath, join(root, 'scripts/forthwith.mjs')];

/**
 * A docket sheet read, and imported into an empty matter and over an earlier one, beside a plain walk of the same page with
 * cheerio; each from the start of the program to its exit.
 *
 * @param {string} folder to work in
 * @param {readonly number[]} sizes in entries
 */
export function benchDocket(folder, sizes, rounds) {
  return sizes.map((entries) => {
    const [first, later] = [false, true].map((corrected) => {
      const page = join(folder, `docket-${entries}${corrected ? '-later' : ''}.html`);
      writeFileSync(page, makeDocketSheet({ entries, corrected }));
      return page;
    });
    const walk = () => time([process.execPath, join(root, 'bench/cheerio-walk.mjs'), first]);
    const matter = join(folder, 'docket.matter');
    const create = () => {
      for (const suffix of ['', '-wal', '-shm']) rmSync(matter + suffix, { force: true });
      time([...forthwith, 'matter', 'create', matter, '--title', 'Bench']);
    };
    const load = (page) => time([...forthwith, 'docket', 'import', matter, page, '--json']);
    const results = {
      parse: pair(rounds, () => time([...forthwith, 'docket', 'parse', first, '--json']), walk),
      empty: pair(rounds, () => (create(), load(first)), walk),
      again: pair(rounds, () => (create(), load(first), load(later)), walk),
    };
    const kept = readJson([...forthwith, 'docket', 'list', matter, '--json']);
    if (kept.filter(({ attachment }) => attachment === null).length !== entries)
      throw new Error('the docket does not hold every entry of its sheet');
    return { entries, rows: kept.length, ...results };
  });
}
