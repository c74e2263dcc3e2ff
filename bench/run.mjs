// node bench/run.mjs [start-up] [intake] [text] [recognition] [binder] [docket] [deadlines] [evidence-list]: measures beside peers and writes bench/RESULTS.md (all) or
// prints. Needs a built checkout (npm run build), qpdf, poppler, tesseract, and a display or xvfb-run (node scripts/xvfb.mjs node bench/run.mjs).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/build/parts.mjs';
import { readRuntime } from '../scripts/setup/runtime.mjs';
import { benchBinder } from './binder.mjs';
import { benchDeadlines } from './deadlines.mjs';
import { benchDocket } from './docket.mjs';
import { benchEvidenceList } from './evidence-list.mjs';
import { benchIntake } from './intake.mjs';
import { report } from './report.mjs';
import { benchSearch } from './search.mjs';
import { benchStartUp } from './start-up.mjs';
import { benchRecognition, benchText } from './text.mjs';

const asked = process.argv.slice(2);
const wants = (name) => asked.length === 0 || asked.includes(name);
const folder = mkdtempSync(join(tmpdir(), 'forthwith-bench-'));
try {
  const results = {
    startUp: wants('start-up') ? await benchStartUp(7) : null,
    intake: wants('intake') ? benchIntake(folder, [50, 150, 500], 3) : null,
    text: wants('text') ? benchText(folder, [250, 1000, 4000], 5) : null,
    recognition: wants('recognition') ? benchRecognition(folder, [10], 3) : null,
    docket: wants('docket') ? benchDocket(folder, [1000, 5000], 5) : null,
    deadlines: wants('deadlines') ? benchDeadlines(10_000, 5) : null,
    evidenceList: wants('evidence-list') ? await benchEvidenceList(100_000, 9) : null,
    search: wants('search')
      ? await benchSearch(asked.includes('million') ? [10_000, 100_000, 1_000_000] : [10_000, 100_000], 25)
      : null,
    binder: wants('binder') ? benchBinder(folder, [250, 1000, 4000], 5) : null,
  };
  const { electron, source } = readRuntime(root);
  const page = report(results, {
    date: new Date().toISOString().slice(0, 10),
    machine: `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}`,
    runtimes: `Node ${process.versions.node}, Electron ${electron} (${source})`,
  });
  if (asked.length === 0) writeFileSync(join(root, 'bench/RESULTS.md'), page);
  console.log(page);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
