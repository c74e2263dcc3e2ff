import type { ElectronApplication } from '@playwright/test';

/**
 * Makes a journey's calls to the main process reliable under load. The debugger wraps an answer that is not a promise in one
 * of its own, which nothing holds until the process's next turn: the collector may take it first (6 in 100 with a collector
 * that runs each millisecond), and the question fails although it was put. The promise of an async function is held.
 */
export function keepMainAnswers(electron: ElectronApplication): ElectronApplication {
  const ask = electron.evaluate.bind(electron);
  const evaluate = (question: (main: never, given: never) => unknown, given?: unknown) =>
    // The function is sent as its source text.
    ask(
      Object.assign(() => {}, { toString: () => `async (main, given) => (${question})(main, given)` }),
      given as never,
    );
  return Object.assign(electron, { evaluate });
}
