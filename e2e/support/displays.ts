import { spawn, type ChildProcess } from 'node:child_process';

/** Whether a window can be shown here without a display of our own. */
const hasScreen =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/** Where the displays' names are handed to the workers, in the order of their indexes. */
const variable = 'FORTHWITH_E2E_DISPLAYS';

/**
 * How many journeys may run at once: where there is a screen already, one, because it has one focus, which journeys check;
 * else two, each on a display of its own.
 */
export const journeysAtOnce = hasScreen ? 1 : 2;

/** Gives this worker its own display, where displays were started. */
export function joinDisplay(): void {
  const display = process.env[variable]?.split(' ')[Number(process.env['TEST_PARALLEL_INDEX'])];
  if (display !== undefined) process.env['DISPLAY'] = display;
}

/** Playwright's set-up of a whole run: starts a display for each worker, where there is no screen. Returns a function that ends them. */
export default async function startDisplays({ workers }: { workers: number }): Promise<() => void> {
  if (hasScreen) return () => {};
  const displays = await Promise.all(Array.from({ length: workers }, startDisplay));
  process.env[variable] = displays.map(({ name }) => name).join(' ');
  return () => displays.forEach(({ server }) => server.kill());
}

/** Xvfb looks for a free number by itself, and writes it down once windows can be shown. */
const xvfb = {
  program: 'Xvfb',
  // -ac: the app may run as another user than the one that starts the display.
  args: ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-ac', '-nolisten', 'tcp'],
};

async function startDisplay(): Promise<{ server: ChildProcess; name: string }> {
  const server = spawn(xvfb.program, xvfb.args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  let said = '';
  server.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text));
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]!.once('data', (bytes: Buffer) => resolve(bytes.toString().trim()));
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`Xvfb ended early. ${said}`)));
  });
  return { server, name: `:${number}` };
}
