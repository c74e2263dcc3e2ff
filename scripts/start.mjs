// npm start [-- --screenshot FILE.png] [-- any switch of the app]: builds what changed and opens the app on the sample matter.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildParts, parts, root } from './build/parts.mjs';
import { cacheDirectory } from './setup/places.mjs';
import { launchCommand, readRuntime } from './setup/runtime.mjs';
import { hasDisplay, withDisplay } from './xvfb.mjs';

const args = process.argv.slice(2);
const screenshot = takeOption(args, '--screenshot');
if (screenshot === '') {
  console.error('Name the file of the screenshot: npm start -- --screenshot FILE.png');
  process.exit(2);
}

await buildParts(Object.keys(parts));
const runtime = readRuntime(root);
const { command, env } = launchCommand(root, runtime, { userHome: join(cacheDirectory(), 'home') });
if (!hasDisplay()) {
  console.log(
    'There is no display here, so the app runs under Xvfb, where nobody sees it.' +
      (screenshot ? '' : ' Use `npm start -- --screenshot FILE.png` to look at it; Ctrl-C ends it.'),
  );
}

// The app may run as another user, who cannot write where the caller can.
const taken = screenshot && join(env.FORTHWITH_USER_HOME ?? dirname(resolve(screenshot)), 'screenshot.png');
if (taken) rmSync(taken, { force: true });
const [program, ...programArgs] = withDisplay([
  ...command,
  root,
  '--sample',
  // Chromium's complaints about a system bus that containers do not have.
  ...(hasDisplay() ? [] : ['--log-level=3']),
  ...(taken ? [`--screenshot=${taken}`] : []),
  ...args,
]);
const { status } = spawnSync(program, programArgs, { stdio: 'inherit', env: { ...process.env, ...env } });
if (taken && status === 0 && taken !== resolve(screenshot)) {
  mkdirSync(dirname(resolve(screenshot)), { recursive: true });
  writeFileSync(resolve(screenshot), readFileSync(taken));
  rmSync(taken);
  console.log(`The screenshot is in ${screenshot}.`);
}
process.exit(status ?? 1);

/** Removes `--name VALUE` or `--name=VALUE` from the arguments; null where it is not there, an empty text where its value is not. */
function takeOption(list, name) {
  const at = list.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at < 0) return null;
  const inline = list[at].includes('=');
  const [first, second] = list.splice(at, inline ? 1 : 2);
  return inline ? first.slice(name.length + 1) : (second ?? '');
}
