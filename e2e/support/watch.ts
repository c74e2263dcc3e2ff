import type { ElectronApplication, Page } from '@playwright/test';

const ownSchemes = ['app:', 'matter:', 'blob:', 'data:', 'devtools:', 'about:'];

export interface Watch {
  /** What went wrong so far and was not expected. */
  problems(): readonly string[];
  /** A test that provokes something says what it expects to see. */
  expect(pattern: RegExp): void;
  /** Forgets what went wrong and what was expected: another journey begins. A request that left the app stays. */
  forget(): void;
  /** Every address that was asked for, of any scheme. */
  requests(): readonly string[];
}

/** Watches a window for what must never happen: errors in the console (refused content among them) and foreign requests. */
export async function watchApp(electron: ElectronApplication, page: Page): Promise<Watch> {
  const seen: string[] = [];
  /** Requests that went out. No test may expect one. */
  const left: string[] = [];
  const requests: string[] = [];
  const expected: RegExp[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => seen.push(`uncaught: ${error.message}`));
  page.on('crash', () => seen.push('the window’s process crashed'));
  page.on('request', (request) => {
    requests.push(request.url());
    if (!ownSchemes.includes(new URL(request.url()).protocol)) seen.push(`request: ${request.url()}`);
  });
  // Chromium's own requests never show in a page; the session sees those too. The app listens to another event.
  await electron.evaluate(({ session }, schemes) => {
    session.defaultSession.webRequest.onSendHeaders(({ url }) => {
      if (!schemes.includes(new URL(url).protocol)) console.error(`request left the app: ${url}`);
    });
  }, ownSchemes);
  electron.on('console', (message) => {
    if (message.text().startsWith('request left the app')) left.push(message.text());
  });
  return {
    problems: () => [...left, ...seen.filter((line) => !expected.some((pattern) => pattern.test(line)))],
    expect: (pattern) => void expected.push(pattern),
    forget() {
      seen.length = 0;
      expected.length = 0;
    },
    requests: () => requests,
  };
}
