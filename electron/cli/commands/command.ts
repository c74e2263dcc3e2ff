import { InvalidArgumentError, Option, type Command } from 'commander';
import type { MatterId } from '../../../shared/model/common.ts';
import type { Matter } from '../../../shared/model/matter.ts';
import type { CliAnswer, CliContext, GlobalOptions } from '../context.ts';
import { invalid } from '../invalid.ts';

/** Starts an engine for a command once it actually runs: usage errors need none. */
export type Run = <A extends unknown[]>(
  action: (context: CliContext, ...args: A) => Promise<void>,
) => (...args: A) => Promise<void>;

/** The same for a command that works without an engine. */
export type RunPlain = <A extends unknown[]>(
  action: (context: CliAnswer, ...args: A) => Promise<void>,
) => (...args: A) => Promise<void>;

/** Adds the options every command takes. */
export function withGlobals(command: Command): Command {
  return withJson(command).option(
    '--passphrase-file <file>',
    'a file whose first line unlocks an encrypted matter',
  );
}

/** Adds what every command on a matter takes: those options, and the matter. */
export function withMatterPath(command: Command): Command {
  return withGlobals(command).argument('<matter>');
}

/** The options of a command without a matter: the passphrase file is accepted, since scripts pass it to every command, but not listed in the help. */
export function withGlobalsAlone(command: Command): Command {
  return withJson(command).addOption(new Option('--passphrase-file <file>').hideHelp());
}

function withJson(command: Command): Command {
  return command.option('--json', 'print one JSON document on stdout');
}

export type Options<T = object> = GlobalOptions & T;

/** The matter that a command works on. */
export interface FoundMatter {
  readonly context: CliContext;
  readonly client: CliContext['client'];
  readonly matterId: MatterId;
  readonly matter: Matter;
}

/**
 * What a command on one matter does: opens the matter, acts on it, and prints what came of it.
 *
 * @param command whose first argument is the matter
 * @param act is given the arguments behind the matter
 */
export function onMatter<O extends object, A extends unknown[], T>(
  command: Command,
  run: Run,
  access: 'read' | 'write' | ((options: Options<O>) => 'read' | 'write'),
  act: (found: FoundMatter, options: Options<O>, ...args: A) => Promise<T>,
  words: (value: T, options: Options<O>) => string,
): void {
  command.action(
    run(async (context, path: string, ...given: unknown[]) => {
      // The last two are the options and the command itself.
      const options = given.at(-2) as Options<O>;
      const way = typeof access === 'string' ? access : access(options);
      const value = await context.withMatter(path, options, way, (matterId, matter) =>
        act({ context, client: context.client, matterId, matter }, options, ...(given.slice(0, -2) as A)),
      );
      context.print(options, value, () => words(value, options));
    }),
  );
}

/** Refuses a change that names nothing: it would end well without changing anything. @throws AppError INVALID_INPUT */
export function assertChanges(fields: object): void {
  if (Object.values(fields).every((value) => value === undefined))
    throw invalid('name at least one thing to change');
}

/** Reads the value of an option that counts something; what it throws, commander reports. */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `from ${least} to ${most}`;
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Write a whole number ${range}.`);
  };
}
