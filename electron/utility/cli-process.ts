import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCli, terminalIo, terminalPlatform } from '../cli/index.ts';

// The installed app's `--cli`: the command line in a process of its own, its output straight to the terminal.
// Bundled, this module is in out/utility.
const out = join(import.meta.dirname, '..');
const [appVersion = '', ...argv] = process.argv.slice(2);

const exitCode = await runCli(
  argv,
  terminalIo(),
  terminalPlatform({
    assetsDirectory: join(out, '../assets'),
    workerUrl: pathToFileURL(join(out, 'worker.js')),
    appVersion,
  }),
);
process.exit(exitCode);
