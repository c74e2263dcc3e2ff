import type { AppError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/error-codes.ts';

/** The command-line equivalent of what a message suggests doing in the window, by error code. */
const hints: Readonly<Record<string, string>> = {
  MATTER_LOCKED: 'Write the passphrase in a file and name it with --passphrase-file.',
  MATTER_NEEDS_UPDATE: '“forthwith matter verify” brings it up to date, after a backup.',
  MATTER_PASSPHRASE_EMPTY: 'The first line of the file is the passphrase.',
  MATTER_WRONG_PASSPHRASE: 'The first line of the file named with --passphrase-file is tried.',
  EXHIBIT_SOURCE_UNREADABLE:
    'For native form: exhibits update … --treatment native; for another copy: exhibits assign.',
  EVIDENCE_IS_A_FOLDER: 'To add it with everything inside, add --recursive.',
} satisfies Partial<Record<ErrorCode, string>>;

/** A sentence the command line adds to an error's message; empty if that says enough. */
export function hintFor(code: string): string {
  return hints[code] ?? '';
}

/**
 * An error as shown to a person at the command line: values are named by their options, and the hint follows.
 *
 * @param argv the command line that was refused
 * @example readableError(error, ['--court', …]) // 'Some of the values cannot be used: --court: …'
 */
export function readableError({ code, message }: AppError, argv: readonly string[]): string {
  const words =
    code === 'INVALID_INPUT'
      ? message.replaceAll(/“(\w+)”(?: of item 1)?(?=:)/g, (quoted, name: string) => {
          const spelled = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
          const isGiven = (option: string) =>
            argv.some((word) => word === option || word.startsWith(`${option}=`));
          // A value with parts has an option for each: “at” of how items were collected. Options have American spelling.
          const options = [
            `--${spelled}`,
            `--collected-${spelled}`,
            `--${spelled.replace('colour', 'color')}`,
          ];
          return options.find(isGiven) ?? quoted;
        })
      : message;
  return [words, hintFor(code)].filter(Boolean).join(' ');
}
