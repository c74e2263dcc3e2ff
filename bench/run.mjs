// node bench/run.mjs [section…] [million]: measures beside peers, keeps the figures of each section in bench/figures.json and writes
// bench/RESULTS.md from them; without sections all of them run. Needs a built checkout (npm run build), qpdf, poppler, tesseract, and
// a display or xvfb-run (node scripts/xvfb.mjs node bench/run.mjs). `million` searches a million pages too.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/build/parts.mjs';
import { readRuntime } from '../scripts/setup/runtime.mjs';
import { benchAssemble } from './assemble.mjs';
import { benchBinder } from './binder.mjs';
import { benchDeadlines } from './deadlines.mjs';
import { benchDocket } from './docket.mjs';
import { benchEvidenceList } from './evidence-list.mjs';
import { benchIntake } from './intake.mjs';
import { benchReader } from './reader.mjs';
import { report } from './report.mjs';
import { benchSearch } from './search.mjs';
import { benchStartUp } from './start-up.mjs';
import { benchRecognition, benchText } from './text.mjs';

const asked = process.argv.slice(2).filter((word) => word !== 'million');
const pagesSearched = [10_000, 100_000, ...(process.argv.includes('million') ? [1_000_000] : [])];

const sections = {
  'start-up': () => benchStartUp(7),
  intake: (folder) => benchIntake(folder, [50, 150, 500], 3),
  text: (folder) => benchText(folder, [250, 1000, 4000], 5),
  recognition: (folder) => benchRecognition(folder, [10], 3),
  docket: (folder) => benchDocket(folder, [1000, 5000], 5),
  deadlines: () => benchDeadlines(10_000, 5),
  'evidence-list': () => benchEvidenceList(100_000, 9),
  search: () => benchSearch(pagesSearched, 25),
  reader: (folder) => benchReader(folder, { typedPages: 1000, scanMegabytes: 300, opens: 5, turns: 60 }),
  assemble: (folder) =>
    benchAssemble(
      folder,
      {
        pages: [1000, 4000, 10_000],
        megabytes: [250, 500, 1000],
        letterMegabytes: 1000,
        lookedAtMegabytes: 250,
      },
      5,
    ),
  binder: (folder) => benchBinder(folder, [250, 1000, 4000], 5),
};
const unknown = asked.filter((name) => !(name in sections));
if (unknown.length > 0)
  throw new Error(`no section is called ${unknown.join(', ')}: ${Object.keys(sections).join(', ')}`);

const figuresPath = join(root, 'bench/figures.json');
const figures = existsSync(figuresPath) ? JSON.parse(readFileSync(figuresPath, 'utf8')) : {};
const { electron, source } = readRuntime(root);
const machine = `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}; Node ${process.versions.node}, Electron ${electron} (${source})`;

for (const [name, measure] of Object.entries(sections)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const folder = mkdtempSync(join(tmpdir(), 'forthwith-bench-'));
  try {
    // Saved at once: a section that fails later does not lose the earlier figures.
    figures[name] = { date: new Date().toISOString().slice(0, 10), machine, figures: await measure(folder) };
    writeFileSync(figuresPath, `${JSON.stringify(figures, null, 1)}\n`);
    writeFileSync(join(root, 'bench/RESULTS.md'), report(figures));
    console.log(`${name}: measured`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
