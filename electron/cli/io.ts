import { AppError } from '../../shared/errors/app-error.ts';

/** The environment and outputs of one run of the command line. */
export interface CliIo {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether stderr is a terminal: progress is shown only then. */
  readonly isTerminal: boolean;
  /** Waits until everything is written; returns the error that prevented it, or null. */
  readonly settled: () => Promise<Error | null>;
  /** Aborted by Ctrl-C: running work is cancelled, then the run ends with 130. */
  readonly signal: AbortSignal;
}

/** Exit codes of cli.md that are not an error's own. */
export const exitCodes = { done: 0, usage: 2, problemsFound: 6, partlyDone: 7 } as const;

/**
 * Text for a person to read on a terminal, with each control character replaced by a mark. File names, subjects and texts
 * come from the opposing party: control characters could recolor lines, erase what is above, or write to the clipboard, and
 * characters that override the text direction could make a program look like a PDF.
 */
export function printable(text: string): string {
  return text.replaceAll(/\r(?!\n)|[^\P{Cc}\t\n\f\r]|[\u202d\u202e]/gu, '\ufffd');
}

/**
 * Signals in quicker succession than a person presses keys are one request: `timeout`, and shells around npm, send each to
 * the process and again to its group, and the second would end it in the middle of cleaning up.
 */
const sameRequestMs = 300;

/** This process's own terminal; Ctrl-C cancels once, and a second time ends the process. */
export function terminalIo(): CliIo {
  const abort = new AbortController();
  let cancelledAt: number | null = null;
  const cancel = (signal: NodeJS.Signals) => {
    if (cancelledAt === null) abort.abort(new AppError('CANCELLED'));
    // Counted from when all work was told to stop: that alone may take longer on a busy machine.
    cancelledAt ??= Date.now();
    if (Date.now() - cancelledAt < sameRequestMs) return;
    process.off(signal, cancel);
    process.kill(process.pid, signal);
  };
  process.on('SIGINT', cancel);
  process.on('SIGTERM', cancel);
  let failure: NodeJS.ErrnoException | null = null;
  // Reported at the end, once the matter is closed. Only the first: a stream that has failed reports other errors afterwards.
  const note = (error?: Error | null) => void (failure ??= error ?? null);
  process.stdout.on('error', note);
  // There is nowhere left to report it.
  process.stderr.on('error', () => {});
  return {
    stdout: (text) => void process.stdout.write(text, note),
    stderr: (text) => void process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    settled: async () => {
      await new Promise((resolve) => process.stdout.write('', resolve));
      // A reader that has seen enough ("| head") closes the pipe, which is not an error.
      return failure?.code === 'EPIPE' ? null : failure;
    },
    signal: abort.signal,
  };
}
