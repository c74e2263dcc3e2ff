import { Command, CommanderError } from 'commander';
import { createEngine, type Platform } from '../engine/index.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { errorCodes } from '../../shared/errors/error-codes.ts';
import { addDeadlinesCommands } from './commands/deadlines.ts';
import { addDocketCommands } from './commands/docket.ts';
import { addEvidenceCommands } from './commands/evidence.ts';
import { addExhibitsCommands } from './commands/exhibits.ts';
import { addMatterCommands } from './commands/matter.ts';
import { addNotYet } from './commands/not-yet.ts';
import { addPdfCommands } from './commands/pdf.ts';
import { addSearchCommand } from './commands/search.ts';
import { addTroCommands } from './commands/tro.ts';
import type { Run } from './commands/command.ts';
import { CliContext } from './context.ts';
import { exitCodes, type CliIo } from './io.ts';

export { createFileLogger, createNodePlatform } from '../engine/index.ts';
export { terminalIo, type CliIo } from './io.ts';

/**
 * Runs one command line on its own engine, and closes everything behind it.
 *
 * @param argv arguments without the program's name: ['matter', 'info', 'x.matter', '--json']
 * @param io where to write, and the signal that cancels
 * @param platform the host's clock, places and logger
 * @returns the exit code of cli.md
 * @example process.exitCode = await runCli(process.argv.slice(2), io, platform);
 */
export async function runCli(argv: readonly string[], io: CliIo, platform: Platform): Promise<number> {
  const engine = createEngine({ platform });
  const context = new CliContext(io, engine);
  const isJson = argv.includes('--json');
  const run: Run =
    (action) =>
    async (...args) => {
      await action(context, ...args);
    };
  try {
    await createProgram(run, io, platform.appVersion, isJson).parseAsync([...argv], { from: 'user' });
    return context.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    return reportError(error, isJson, io);
  } finally {
    await engine.close();
  }
}

function createProgram(run: Run, io: CliIo, version: string, isJson: boolean): Command {
  const program = new Command('forthwith')
    .description('Docket, evidence and court-ready exhibits for temporary restraining orders, offline.')
    .version(version)
    .exitOverride()
    .showHelpAfterError(isJson ? false : '(add --help for what this command takes)')
    .configureOutput({
      writeOut: io.stdout,
      writeErr: io.stderr,
      outputError: (text, write) => {
        if (!isJson) return write(text);
        const summary = text
          .replace(/^error: /, '')
          .trim()
          .replace(/\.$/, '');
        write(errorJson(new AppError('INVALID_INPUT', { summary })));
      },
    });
  addMatterCommands(program, run);
  addDocketCommands(program, run);
  addDeadlinesCommands(program, run);
  addEvidenceCommands(program, run);
  addExhibitsCommands(program, run);
  addNotYet(addPdfCommands(program, run), ['redact', 'check-redactions'], 'pdf ');
  addTroCommands(program, run);
  addSearchCommand(program, run);
  addNotYet(program, ['filing', 'authenticity', 'notes', 'review']);
  inheritSettings(program);
  return program;
}

/** Sub-commands made before the settings of their parent were final take them over. */
function inheritSettings(command: Command): void {
  for (const child of command.commands) {
    child.copyInheritedSettings(command);
    inheritSettings(child);
  }
}

function reportError(error: unknown, isJson: boolean, io: CliIo): number {
  const known = error instanceof AppError ? error : new AppError('INTERNAL', {}, { cause: error });
  io.stderr(isJson ? errorJson(known) : `${known.message}\n`);
  return errorCodes[known.code].exitCode;
}

function errorJson(error: AppError): string {
  return `${JSON.stringify({ error: error.toBody() })}\n`;
}
