import type { Command } from 'commander';
import { AppError } from '../../../shared/errors/app-error.ts';

/**
 * Adds a command of the public interface whose area has not arrived: it says so and exits 2, also where its help is asked for.
 * After the settings were handed on, or it would have a help option again.
 *
 * @param path its words; nothing is added where those before the last are not among the commands
 */
export function addNotYet(program: Command, path: readonly string[]): void {
  const parent = path
    .slice(0, -1)
    .reduce<Command | undefined>(
      (command, word) => command?.commands.find((one) => one.name() === word),
      program,
    );
  parent
    ?.command(path.at(-1)!, { hidden: true })
    .argument('[rest...]')
    .description('not part of this version yet')
    .helpOption(false)
    .allowUnknownOption()
    .action(() => {
      throw new AppError('COMMAND_NOT_YET', { command: path.join(' ') });
    });
}
