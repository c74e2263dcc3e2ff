import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { find } from '../electron/engine/search/find/find.ts';
import { beginBulkIndexing, endBulkIndexing, indexPages } from '../electron/engine/search/index.ts';
import { openDatabase } from '../electron/engine/store/database.ts';
import { createTestSession } from '../electron/engine/testing/temp-session.ts';

const pagesPerItem = 20;
const wordsPerPage = 300;
const vocabularySize = 60_000;
/** How the window asks. */
const ways = [
  { isTyping: true, isBrief: false },
  { isTyping: false, isBrief: true },
  { isTyping: false, isBrief: false },
];
const usual = { isStemmed: false, order: 'rank', includesArchived: false };

/**
 * Building the index of made pages (300 words each, by Zipf's law) and searching it: as someone types, for the first results when
 * they are done, and for all results.
 *
 * @param {readonly number[]} sizes in pages
 * @param {number} rounds of each query
 */
export async function benchSearch(sizes, rounds) {
  const results = [];
  for (const pages of sizes) results.push(await benchSize(pages, rounds));
  return results;
}

async function benchSize(pages, rounds) {
  const test = createTestSession();
  try {
    const { session } = test;
    const text = createTexts();
    const built = await build(session, pages, text);
    // The first query should not wait for the runtime to free what the build left.
    await setImmediate();
    const queries = [];
    for (const [name, query] of queriesOf(text)) {
      for (const way of ways) {
        const times = [];
        const cpuTimes = [];
        let last;
        // Each round asks for another word of the same kind.
        for (let round = 0; round < rounds; round++) {
          const asked = { query: query(round), options: usual, ...way, offset: 0, limit: 20 };
          const started = performance.now();
          const cpu = process.threadCpuUsage();
          last = await find(session, asked);
          times.push(performance.now() - started);
          const { user, system } = process.threadCpuUsage(cpu);
          cpuTimes.push((user + system) / 1000);
        }
        queries.push({
          name,
          ...way,
          p50: share(times, 0.5),
          p99: share(times, 0.99),
          cpuP99: share(cpuTimes, 0.99),
          total: last.total,
          isTotalExact: last.isTotalExact,
        });
      }
    }
    return { pages, ...built, queries };
  } finally {
    await test.dispose();
  }
}

async function build(session, pages, text) {
  const { db } = session;
  const seconds = { ours: 0, bare: 0 };
  // CPU time: the load of others on a shared machine shows only in the wall clock.
  const cpuSeconds = { ours: 0, bare: 0 };
  const timed = async (which, work) => {
    const started = performance.now();
    const cpu = process.cpuUsage();
    await work();
    seconds[which] += (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    cpuSeconds[which] += (user + system) / 1e6;
  };
  const measured = (work) => timed('ours', work);
  const bare = openBare(session);
  await measured(() => beginBulkIndexing(session));
  for (let first = 0; first < pages; first += 4_000) {
    const items = [];
    for (let page = first; page < Math.min(pages, first + 4_000); page += pagesPerItem)
      items.push({
        contentId: plantItem(db, page),
        texts: Array.from({ length: pagesPerItem }, (_, i) => ({ page: i + 1, text: text.page(page + i) })),
      });
    const store = db.prepare(
      `INSERT INTO page_text (content_id, page, origin, text) VALUES (?, ?, 'file', ?)`,
    );
    db.transaction(() => {
      for (const { contentId, texts } of items)
        for (const each of texts) store.run(contentId, each.page, each.text);
    })();
    // In turn with ours, on the same pages: a machine whose speed drifts slows both.
    await timed('bare', () => bare.add(items.flatMap(({ texts }) => texts)));
    await measured(() =>
      db.transaction(() => {
        for (const { contentId, texts } of items) indexPages(session, contentId, texts);
      })(),
    );
  }
  await measured(() => endBulkIndexing(session));
  await timed('bare', () => bare.merge());
  bare.close();
  return {
    buildSeconds: seconds.ours,
    bareSeconds: seconds.bare,
    buildCpuSeconds: cpuSeconds.ours,
    bareCpuSeconds: cpuSeconds.bare,
  };
}

/** An index of the same form with nothing around it, in a file of its own. */
function openBare({ filePath }) {
  const db = openDatabase(`${filePath}.bare`, { passphrase: null, isReadOnly: false, mustExist: false });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`
    CREATE VIRTUAL TABLE bare USING fts5 (
      body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
    INSERT INTO bare (bare, rank) VALUES ('automerge', 0), ('hashsize', 67108864)`);
  const insert = db.prepare('INSERT INTO bare (body) VALUES (?)');
  const changes = db.prepare('SELECT total_changes()').pluck();
  return {
    add: (pages) => db.transaction(() => pages.forEach(({ text }) => insert.run(text)))(),
    merge() {
      for (let step = -2000; ; step = 2000) {
        const before = changes.get();
        db.exec(`INSERT INTO bare (bare, rank) VALUES ('merge', ${step})`);
        if (changes.get() - before < 2) return;
      }
    },
    close: () => db.close(),
  };
}

function plantItem(db, page) {
  const id = `item-${page}`;
  const { lastInsertRowid } = db.prepare(`INSERT INTO content (state) VALUES ('staged')`).run();
  db.prepare(`UPDATE content SET state = 'stored', sha256 = ? WHERE id = ?`).run(
    createHash('sha256').update(id).digest('hex'),
    lastInsertRowid,
  );
  db.prepare(`INSERT INTO evidence_item VALUES (?, ?, 'pdf', 'made.pdf', '2021-01-11T00:00:00.000Z')`).run(
    id,
    lastInsertRowid,
  );
  db.prepare(
    `INSERT INTO evidence_description (id, title, custodian, source, is_archived) VALUES (?, ?, ?, '', 0)`,
  ).run(id, `Volume ${page}`, `custodian ${(page / pagesPerItem) % 10}`);
  return Number(lastInsertRowid);
}

/** Made texts: the same for the same page, of words that are common by Zipf's law. */
function createTexts() {
  const syllables = Array.from('bcdfghjklmnprstvw').flatMap((head) =>
    Array.from('aeiou').flatMap((vowel) => ['', 'n', 'r', 's'].map((tail) => head + vowel + tail)),
  );
  const random = createRandom(20_210_111);
  const words = [
    ...new Set(
      Array.from({ length: vocabularySize * 1.3 }, () =>
        Array.from(
          { length: 1 + Math.floor(random() * 3.4) },
          () => syllables[Math.floor(random() * syllables.length)],
        ).join(''),
      ),
    ),
  ].slice(0, vocabularySize);
  const sums = new Float64Array(words.length);
  let sum = 0;
  for (let i = 0; i < words.length; i++) sums[i] = sum += 1 / (i + 2.7);
  const pick = (next) => {
    const wanted = next() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low];
  };
  return {
    words,
    page(number) {
      const next = createRandom(number + 1);
      return Array.from({ length: wordsPerPage }, (_, i) => pick(next) + (i % 12 === 11 ? '.\n' : ' ')).join(
        '',
      );
    },
  };
}

/** Queries of each kind; the number chooses the words. */
function queriesOf({ words, page }) {
  const onPage = (n, at) =>
    page(n * 97)
      .split(/\s+/)
      [at].replace('.', '');
  return [
    ['rare word', (n) => words[30_000 + n * 37]],
    ['mid word', (n) => words[800 + n * 11]],
    ['common word', (n) => words[n % 10]],
    ['two common words', (n) => `${words[n % 10]} ${words[(n + 3) % 10]}`],
    ['phrase', (n) => `"${onPage(n, 5)} ${onPage(n, 6)}"`],
    ['phrase of common words', (n) => `"${words[n % 5]} ${words[(n + 1) % 5]}"`],
    ['prefix, 2 letters', (n) => `${words[20 + n].slice(0, 2)}*`],
    ['prefix, 4 letters', (n) => `${words[500 + n * 7].padEnd(4, 'a').slice(0, 4)}*`],
    ['NEAR', (n) => `NEAR(${words[40 + n]} ${words[60 + n]}, 5)`],
    ['word and filter', (n) => `${words[n % 10]} custodian:"custodian ${n % 10}"`],
    ['filter alone', (n) => `custodian:"custodian ${n % 10}"`],
  ];
}

function createRandom(seed) {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function share(times, part) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}
