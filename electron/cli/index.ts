import { Command, CommanderError, Help } from 'commander';
import { join } from 'node:path';
import {
  createFileLogger,
  createNodePlatform,
  loadEngine,
  toAppError,
  type Engine,
  type Platform,
} from '../engine/host.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { errorCodes } from '../../shared/errors/error-codes.ts';
import type { Run, RunPlain } from './commands/command.ts';
import { CliAnswer, CliContext } from './context.ts';
import { readableError } from './hints.ts';
import { exitCodes, printable, type CliIo } from './io.ts';
import { invalid } from './invalid.ts';

export { createNodePlatform } from '../engine/host.ts';
export { terminalIo, type CliIo } from './io.ts';

/** The platform of a command line at a terminal: what fails inside it is in a log among the app's own files. */
export function terminalPlatform(places: Parameters<typeof createNodePlatform>[0]): Platform {
  const platform = createNodePlatform(places);
  return { ...platform, log: createFileLogger(join(platform.appDirectory, 'logs'), { host: 'cli' }) };
}

/**
 * Runs one command line, on its own engine where it needs one, and closes everything afterwards.
 *
 * @param argv arguments without the program's name: ['matter', 'info', 'x.matter', '--json']
 * @param io where to write, and the signal that cancels
 * @param platform the host's clock, places and logger
 * @returns the exit code of cli.md
 * @example process.exitCode = await runCli(process.argv.slice(2), io, platform);
 */
export async function runCli(argv: readonly string[], io: CliIo, platform: Platform): Promise<number> {
  // What comes after "--" is not an option, whatever it looks like.
  const dashes = argv.indexOf('--');
  const isJson = (dashes === -1 ? argv : argv.slice(0, dashes)).includes('--json');
  const exitCode = await runCommand(argv, isJson, io, platform);
  const failure = await io.settled();
  return failure === null ? exitCode : reportError(unwritten(failure), isJson, { io, argv });
}

async function runCommand(
  argv: readonly string[],
  isJson: boolean,
  io: CliIo,
  platform: Platform,
): Promise<number> {
  let answer = new CliAnswer(io, platform);
  let engine: Engine | undefined;
  const run: Run =
    (action) =>
    async (...args) => {
      engine = (await loadEngine()).createEngine({ platform });
      const context = new CliContext(io, platform, engine);
      answer = context;
      await action(context, ...args);
    };
  const runPlain: RunPlain =
    (action) =>
    async (...args) =>
      action(answer, ...args);
  const program = createProgram(io, platform.appVersion, isJson);
  try {
    const words = withHelpLast(withJsonAfterCommand(argv));
    for (const add of commandsOf(words)) await add(program, run, runPlain);
    inheritSettings(program);
    program.hook('preAction', (_program, command) => refuseOptionsAsValues(command, words));
    await program.parseAsync(words, { from: 'user' });
    return answer.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    return reportError(toAppError(error, operationOf(argv), platform), isJson, { io, argv });
  } finally {
    await engine?.close();
  }
}

/** A failure to write the output, as an error of its own: the command itself was carried out. */
function unwritten(cause: NodeJS.ErrnoException): AppError {
  const reason = cause.code === 'ENOSPC' ? 'the disk is full' : (cause.code ?? cause.message);
  const advice = 'What was asked for may have been done: look before you run it again';
  return new AppError('FILE_UNWRITABLE', { name: 'the output', reason, advice }, { cause });
}

/**
 * "--json matter info x" as "matter info x --json": scripts put it first too, and the parser looks for it behind the command
 * alone. Before the other options, or one without its value would take it as that.
 */
function withJsonAfterCommand(argv: readonly string[]): readonly string[] {
  const isOption = (word: string) => word.startsWith('-');
  const first = argv.findIndex(isOption);
  if (argv[first] !== '--json') return argv;
  const others = argv.toSpliced(first, 1);
  const next = others.findIndex(isOption);
  return others.toSpliced(next === -1 ? others.length : next, 0, '--json');
}

/** "help matter create" as "matter create --help": the parser's own help looks at one word only. */
function withHelpLast(argv: readonly string[]): string[] {
  return argv[0] === 'help' && argv.length > 2 ? [...argv.slice(1), '--help'] : [...argv];
}

/**
 * Refuses "--title --json": where a variable of a script is not set, an option would take the next one for its value.
 * "--title=--json" is meant so.
 */
function refuseOptionsAsValues(command: Command, words: readonly string[]): void {
  const dashes = words.indexOf('--');
  const optionOf = (word: string | undefined) => command.options.find(({ long }) => long === word);
  for (const [i, word] of words.slice(0, dashes === -1 ? undefined : dashes).entries()) {
    const option = optionOf(word);
    if (option?.required && optionOf(words[i + 1]))
      command.error(`error: option '${option.flags}' argument missing`);
  }
}

type AddCommands = (program: Command, run: Run, runPlain: RunPlain) => Promise<unknown>;

/** Functions that add the commands beginning with a word, in the order of the help; each is loaded when needed. */
const commands: Readonly<Record<string, AddCommands>> = {
  matter: async (program, run) => (await import('./commands/matter.ts')).addMatterCommands(program, run),
  docket: async (program, run) => (await import('./commands/docket.ts')).addDocketCommands(program, run),
  deadlines: async (program, run) =>
    (await import('./commands/deadlines.ts')).addDeadlinesCommands(program, run),
  evidence: async (program, run) =>
    (await import('./commands/evidence.ts')).addEvidenceCommands(program, run),
  exhibits: async (program, run) =>
    (await import('./commands/exhibits.ts')).addExhibitsCommands(program, run),
  authenticity: async (program, run) =>
    (await import('./commands/authenticity.ts')).addAuthenticityCommands(program, run),
  filing: async (program, run) => (await import('./commands/filing.ts')).addFilingCommands(program, run),
  pdf: async (program, run, runPlain) =>
    (await import('./commands/pdf.ts')).addPdfCommands(program, run, runPlain),
  assemble: async (program, _run, runPlain) =>
    (await import('./commands/assemble.ts')).addAssembleCommand(program, runPlain),
  tro: async (program, run) => (await import('./commands/tro.ts')).addTroCommands(program, run),
  argument: async (program, run) =>
    (await import('./commands/argument.ts')).addArgumentCommands(program, run),
  notes: async (program, run) => (await import('./commands/notes.ts')).addNotesCommands(program, run),
  review: async (program, run) => (await import('./commands/review.ts')).addReviewCommands(program, run),
  search: async (program, run) => (await import('./commands/search.ts')).addSearchCommand(program, run),
};

/** The commands a command line may mean: those that begin with its first word, or all of them when it begins otherwise. */
function commandsOf([word = '']: readonly string[]): readonly AddCommands[] {
  return Object.hasOwn(commands, word) ? [commands[word]!] : Object.values(commands);
}

function createProgram(io: CliIo, version: string, isJson: boolean): Command {
  return new Command('forthwith')
    .description('Docket, evidence and court-ready exhibits for temporary restraining orders, offline.')
    .version(version)
    .exitOverride()
    .configureHelp({
      argumentDescription: (argument) =>
        new Help().argumentDescription(argument) || (argument.name() === 'matter' ? 'a matter file' : ''),
      optionDescription: (option) => {
        // The help does not show an empty default.
        const isEmpty = String(option.defaultValue ?? '') === '';
        const described = isEmpty && option.defaultValue !== undefined ? option.description : null;
        return [described ?? new Help().optionDescription(option), option.mandatory ? '(required)' : '']
          .filter(Boolean)
          .join(' ');
      },
    })
    .showHelpAfterError(isJson ? false : '(add --help for what this command takes)')
    .configureOutput({
      writeOut: io.stdout,
      writeErr: io.stderr,
      outputError: (text, write) => {
        if (!isJson) return write(printable(text));
        const summary = text
          .replace(/^error: /, '')
          .trim()
          .replace(/\.$/, '');
        // Every command takes --json: it is unknown only where no command is named.
        const isNoCommand = summary === "unknown option '--json'";
        write(errorJson(invalid(isNoCommand ? 'name a command' : summary)));
      },
    });
}

/** Copies a command's settings to its subcommands, which were created before those settings were final. */
function inheritSettings(command: Command): void {
  for (const child of command.commands) {
    child.copyInheritedSettings(command);
    inheritSettings(child);
  }
}

function reportError(
  known: AppError,
  isJson: boolean,
  { io, argv }: { io: CliIo; argv: readonly string[] },
): number {
  io.stderr(isJson ? errorJson(known) : `${printable(readableError(known, argv))}\n`);
  return isOnlyLocked(known) ? errorCodes.EVIDENCE_ENCRYPTED.exitCode : errorCodes[known.code].exitCode;
}

/** The first word of a command, for the log: the others may name clients. */
function operationOf(argv: readonly string[]): string {
  const [first = ''] = argv;
  return Object.hasOwn(commands, first) ? `cli ${first}` : 'cli';
}

/** Whether missing passwords are all that keeps exhibits out of a build. */
function isOnlyLocked({ code, details }: AppError): boolean {
  if (code !== 'EXHIBIT_SOURCE_UNREADABLE') return false;
  const others = (details['others'] ?? []) as readonly { readonly isLocked?: boolean }[];
  return [details as { readonly isLocked?: boolean }, ...others].every(({ isLocked }) => isLocked === true);
}

function errorJson(error: AppError): string {
  return `${JSON.stringify({ error: error.toBody() })}\n`;
}
