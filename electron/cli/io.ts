/** Where a run of the command line reads its surroundings and writes its answers. */
export interface CliIo {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether a person watches stderr: progress is shown only then. */
  readonly isTerminal: boolean;
  /** Aborted by Ctrl-C: running work is cancelled, then the run ends with 130. */
  readonly signal: AbortSignal;
}

/** Exit codes of cli.md that are not an error's own. */
export const exitCodes = { done: 0, usage: 2, problemsFound: 6, partlyDone: 7, cancelled: 130 } as const;

/** This process's own terminal; Ctrl-C cancels once, and a second time ends the process. */
export function terminalIo(): CliIo {
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  process.once('SIGTERM', () => abort.abort());
  // A reader that has seen enough ("| head") closes the pipe: the work goes on, and nobody is told.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    signal: abort.signal,
  };
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
