// node bench/cheerio-walk.mjs PAGE: reads date, number and text of each row of a docket sheet with cheerio, nothing more.
import { readFileSync } from 'node:fs';
import { load } from 'cheerio';

const $ = load(readFileSync(process.argv[2], 'utf8'));
const rows = $('table tr')
  .toArray()
  .map((row) =>
    $(row)
      .children('td')
      .toArray()
      .map((cell) => $(cell).text().trim()),
  )
  .filter((cells) => cells.length === 3 && /^\d\d\/\d\d\/\d{4}$/.test(cells[0]));
console.log(JSON.stringify({ entries: rows.length }));
