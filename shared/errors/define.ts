/** Values that fill an error's sentence: plain JSON. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

export interface ErrorCodeEntry {
  /** What happened and what to do, in a paralegal's words. */
  readonly message: (details: ErrorDetails) => string;
  /** The command line's exit code (cli.md): 1 internal, 2 usage, 3 not found or conflict, 4 unreadable input, 5 locked, 6 a check found problems, 130 cancelled. */
  readonly exitCode: 1 | 2 | 3 | 4 | 5 | 6 | 130;
  readonly severity: 'warning' | 'error' | 'fatal';
  /** Whether the same call may succeed later without any change by the user. */
  readonly isRetryable: boolean;
}

type Extras = Partial<Pick<ErrorCodeEntry, 'severity' | 'isRetryable'>>;

/** One row of the table of error codes. */
export function errorCode(
  exitCode: ErrorCodeEntry['exitCode'],
  message: string | ErrorCodeEntry['message'],
  { severity = 'error', isRetryable = false }: Extras = {},
): ErrorCodeEntry {
  return {
    message: typeof message === 'string' ? () => message : message,
    exitCode,
    severity,
    isRetryable,
  };
}
