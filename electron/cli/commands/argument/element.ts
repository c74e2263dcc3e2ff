import { Option, type Command } from 'commander';
import { missingOf, standardTests, type StandardTest } from '../../../../shared/domain/argument/standards.ts';
import { assertChanges, type Options, type Run, withMatterPath } from '../command.ts';
import { findElement } from './names.ts';
import { invalid } from '../../invalid.ts';

interface ElementFlags {
  claim?: string;
  name?: string;
  standard?: string;
  test?: StandardTest;
}

/** `argument element add|edit|delete`. */
export function addElementCommands(element: Command, run: Run): void {
  addAdd(element, run);
  addEdit(element, run);
  addDelete(element, run);
}

function addAdd(element: Command, run: Run): void {
  withFields(element.command('add'))
    .description('add an element, or all of a test')
    .addOption(
      new Option('--test <test>', 'the Winter factors, or a circuit’s own test; slidingScale is the Ninth’s')
        .choices([...standardTests.keys()])
        .conflicts(['claim', 'name', 'standard']),
    )
    .action(
      run(
        async (context, path: string, { test, claim, name, standard, ...options }: Options<ElementFlags>) => {
          if (test === undefined && (claim === undefined || name === undefined))
            throw invalid('give --claim and --name, or --test');
          const own = { claim: claim ?? '', name: name ?? '', standard: standard ?? '' };
          const added = await context.withMatter(path, options, 'write', async (matterId) => {
            const { elements: listed } = await context.client['argument.get']({ matterId });
            const elements = test === undefined ? [own] : missingOf(test, listed);
            return elements.length === 0
              ? []
              : context.client['argument.element.add']({ matterId, elements });
          });
          context.print(options, added, () =>
            added.length === 0
              ? 'All of them are there already.'
              : added.map((one) => `Added ${one.id}: ${one.name}`).join('\n'),
          );
        },
      ),
    );
}

function addEdit(element: Command, run: Run): void {
  withFields(element.command('edit'))
    .argument('<element>', 'by name or id')
    .description('change what is said of an element; what is not given stays')
    .action(
      run(
        async (
          context,
          path: string,
          wanted: string,
          { claim, name, standard, ...options }: Options<Omit<ElementFlags, 'test'>>,
        ) => {
          assertChanges({ claim, name, standard });
          const changed = await context.withMatter(path, options, 'write', async (matterId) => {
            const { elements } = await context.client['argument.get']({ matterId });
            const { id, ...before } = findElement(elements, wanted);
            return context.client['argument.element.update']({
              matterId,
              id,
              fields: {
                claim: claim ?? before.claim,
                name: name ?? before.name,
                standard: standard ?? before.standard,
              },
            });
          });
          context.print(options, changed, () => `Changed ${changed.id}: ${changed.name}`);
        },
      ),
    );
}

function withFields(command: Command): Command {
  return withMatterPath(command)
    .option('--claim <words>', 'the claim or relief it belongs to')
    .option('--name <words>', 'what must be shown')
    .option('--standard <words>', 'the standard, with its authority');
}

function addDelete(element: Command, run: Run): void {
  withMatterPath(element.command('delete'))
    .argument('<element>', 'by name or id')
    .description('delete an element; the facts stay')
    .action(
      run(async (context, path: string, name: string, options: Options) => {
        const deleted = await context.withMatter(path, options, 'write', async (matterId) => {
          const { elements } = await context.client['argument.get']({ matterId });
          const found = findElement(elements, name);
          await context.client['argument.element.delete']({ matterId, id: found.id });
          return found;
        });
        context.print(options, deleted, () => `Deleted ${deleted.name}.`);
      }),
    );
}
