import type { Command } from 'commander';
import { AppError } from '../../../shared/errors/app-error.ts';

/** Commands of the public interface whose area has not arrived: each says so and exits 2. */
export function addNotYet(parent: Command, names: readonly string[], prefix = ''): void {
  for (const name of names) {
    parent
      .command(name, { hidden: true })
      .argument('[rest...]')
      .helpOption(false)
      .allowUnknownOption()
      .action(() => {
        throw new AppError('COMMAND_NOT_YET', { command: `${prefix}${name}` });
      });
  }
}
