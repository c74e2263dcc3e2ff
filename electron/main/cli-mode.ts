import { app, utilityProcess } from 'electron/main';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { places } from './places.ts';

/**
 * Sets Chromium up to run without a display and without its own messages on stderr, which scripts read. On Linux it looks
 * for a display before a switch set here takes effect, so without a display the app restarts itself with that switch.
 *
 * @throws when the app is ready already
 */
export function hideChromium(): void {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const isBlind = process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY;
  if (isBlind && !app.commandLine.hasSwitch('ozone-platform')) {
    const again = ['--ozone-platform=headless', ...process.argv.slice(1)];
    const { status } = spawnSync(process.execPath, again, { stdio: 'inherit' });
    process.exit(status ?? 1);
  }
  app.commandLine.appendSwitch('disable-gpu');
  app.commandLine.appendSwitch('log-level', '3');
}

/**
 * Runs the command line in a utility process, without a window, and ends the app with its exit code. Its output goes
 * straight to ours.
 *
 * @param argv the command line after `--cli`
 * @param env for the process: the database's binding where the runtime needs its own
 */
export async function runCliMode(
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<void> {
  // Chromium's own files: separate from those of an app that may be open at the same time, and deleted afterwards.
  const scratch = mkdtempSync(join(tmpdir(), 'forthwith-cli-'));
  app.setPath('sessionData', scratch);
  app.dock?.hide();
  await app.whenReady();
  const cli = utilityProcess.fork(places.cliProcess, [app.getVersion(), ...argv], {
    serviceName: 'Forthwith Command Line',
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  const code = await new Promise<number>((resolve) => {
    // Ctrl-C and SIGTERM ask Electron to quit: the command line cancels its work first, and we end with it.
    app.on('before-quit', (event) => {
      event.preventDefault();
      cli.kill();
    });
    cli.once('exit', resolve);
  });
  rmSync(scratch, { recursive: true, force: true });
  app.exit(code);
}
