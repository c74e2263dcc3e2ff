// node scripts/xvfb.mjs COMMAND…: runs it, under Xvfb where there is no display.
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';

/** Whether a window can be shown here. */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * The command line that gives `command` a display.
 *
 * @param {readonly string[]} command
 * @returns {readonly string[]}
 */
export function withDisplay(command, env = process.env) {
  if (hasDisplay(env)) return command;
  // -ac: the app may run as another user than the one that starts the display.
  return ['xvfb-run', '-a', '-s', '-screen 0 1600x1200x24 -ac', ...command];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [command, ...args] = withDisplay(process.argv.slice(2));
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error) console.error(error.message);
  process.exit(status ?? 1);
}
