/** Values that fill an error's sentence: plain JSON. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

export interface ErrorCodeEntry {
  /** What happened and what to do, in a paralegal's words. */
  readonly message: (details: ErrorDetails) => string;
  /** The command line's exit code (cli.md): 1 internal, 2 usage, 3 not found or conflict, 4 unreadable input, 5 locked, 6 a check found problems, 130 cancelled. */
  readonly exitCode: 1 | 2 | 3 | 4 | 5 | 6 | 130;
  /** Whether the same call may succeed later without any change by the user. */
  readonly isRetryable: boolean;
}

type Sentences<Code extends string> = Readonly<Record<Code, string | ErrorCodeEntry['message']>>;

/**
 * Codes of one exit code, each with its sentence: a text in which `{name}` stands for a detail and `{name|the file}` for one
 * that may be missing, or what makes it of the details.
 *
 * @example codes(4, { PDF_DAMAGED: '“{name|The PDF}” is damaged and cannot be opened.' })
 */
export function codes<Code extends string>(
  exitCode: ErrorCodeEntry['exitCode'],
  sentences: Sentences<Code>,
): Record<Code, ErrorCodeEntry> {
  return table(sentences, { exitCode, isRetryable: false });
}

/** The same of failures that may pass: the same call may succeed later without any change by the user. */
export function passingCodes<Code extends string>(
  exitCode: ErrorCodeEntry['exitCode'],
  sentences: Sentences<Code>,
): Record<Code, ErrorCodeEntry> {
  return table(sentences, { exitCode, isRetryable: true });
}

function table<Code extends string>(
  sentences: Sentences<Code>,
  shared: Omit<ErrorCodeEntry, 'message'>,
): Record<Code, ErrorCodeEntry> {
  const rows = Object.entries<string | ErrorCodeEntry['message']>(sentences).map(([code, sentence]) => {
    const message = typeof sentence === 'string' ? filledFrom(sentence) : sentence;
    return [code, { ...shared, message }];
  });
  return Object.fromEntries(rows) as Record<Code, ErrorCodeEntry>;
}

const filledFrom = (sentence: string) => (details: ErrorDetails) =>
  sentence.replaceAll(/\{(\w+)(?:\|([^}]*))?\}/g, (_, name: string, otherwise?: string) =>
    String(details[name] ?? otherwise),
  );
