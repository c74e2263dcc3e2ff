import { Option, type Command } from 'commander';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { MatterId, TagId } from '../../../../shared/model/common.ts';
import { TagColor, type EvidenceItem, type Tag } from '../../../../shared/model/evidence.ts';
import type { CliContext } from '../../context.ts';
import { count, table } from '../../table.ts';
import { assertChanges, onMatter, type Options, type Run, withMatterPath } from '../command.ts';
import { findItems, itemsHelp } from './items.ts';
import { invalid } from '../../invalid.ts';

interface TagOptions {
  readonly kind?: Tag['kind'];
  readonly color?: TagColor;
}
interface AssignOptions {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

/** `evidence tag list|add|update|delete|assign`: words that mark items, and the matter's issue codes. */
export function addTagCommands(evidence: Command, run: Run): void {
  const tag = evidence.command('tag').description('tags and issue codes, and which items have them');
  addList(tag, run);
  addAdd(tag, run);
  addUpdate(tag, run);
  addDelete(tag, run);
  addAssign(tag, run);
}

/** All tags and issue codes of a matter. */
export function tagsOf(context: CliContext, matterId: MatterId): Promise<Tag[]> {
  return context.client['evidence.tag.list']({ matterId });
}

/** The tags of a name or id: a tag and an issue code may have the same name. @throws AppError NOT_FOUND */
export function findTags(tags: readonly Tag[], name: string): TagId[] {
  const found = tags.filter((tag) => tag.id === name || tag.name.toLowerCase() === name.trim().toLowerCase());
  if (found.length === 0) throw new AppError('NOT_FOUND', { what: `tag “${name.slice(0, 80)}”` });
  return found.map(({ id }) => id);
}

/** The tags and issue codes of an item or a note, by name. */
export function tagNames({ tagIds }: Pick<EvidenceItem, 'tagIds'>, tags: readonly Tag[]) {
  const own = tags.filter(({ id }) => tagIds.includes(id));
  const names = (kind: Tag['kind']) => own.filter((tag) => tag.kind === kind).map(({ name }) => name);
  return { tags: names('tag'), issues: names('issue') };
}

/** The one tag that is to be changed. @throws AppError NOT_FOUND; INVALID_INPUT where two have the name */
function findTag(tags: readonly Tag[], name: string): TagId {
  const [id, other] = findTags(tags, name);
  if (other !== undefined)
    throw invalid(
      `a tag and an issue code are called “${name.slice(0, 80)}”; give the id that “evidence tag list” shows`,
    );
  return id!;
}

function addList(tag: Command, run: Run): void {
  onMatter(
    withMatterPath(tag.command('list')).description(
      'all tags and issue codes, with how many items have each',
    ),
    run,
    'read',
    ({ context, matterId }) => tagsOf(context, matterId),
    (tags) => (tags.length === 0 ? 'No tags yet.' : tagTable(tags)),
  );
}

function addAdd(tag: Command, run: Run): void {
  withFields(withMatterPath(tag.command('add')))
    .argument('<name>', 'what it is called')
    .description('make a tag or an issue code')
    .action(
      run(async (context, path: string, name: string, options: Options<TagOptions>) => {
        const { kind = 'tag', color = 'grey' } = options;
        const made = await context.withMatter(path, options, 'write', (matterId) =>
          context.client['evidence.tag.add']({ matterId, fields: { name, kind, color } }),
        );
        context.print(options, made, () => tagTable([made]));
      }),
    );
}

function addUpdate(tag: Command, run: Run): void {
  withFields(withMatterPath(tag.command('update')))
    .argument('<tag>', 'its name or id')
    .option('--name <name>', 'another name')
    .description('rename a tag, or change its kind or color; items keep it')
    .action(
      run(async (context, path: string, wanted: string, options: Options<TagOptions & { name?: string }>) => {
        const { name, kind, color } = options;
        assertChanges({ name, kind, color });
        const changed = await context.withMatter(path, options, 'write', async (matterId) => {
          const id = findTag(await tagsOf(context, matterId), wanted);
          return context.client['evidence.tag.update']({
            matterId,
            id,
            fields: { name, kind, color },
          });
        });
        context.print(options, changed, () => tagTable([changed]));
      }),
    );
}

function addDelete(tag: Command, run: Run): void {
  withMatterPath(tag.command('delete'))
    .argument('<tag>', 'its name or id')
    .description('take a tag off every item and note, and delete it')
    .action(
      run(async (context, path: string, wanted: string, options: Options) => {
        const id = await context.withMatter(path, options, 'write', async (matterId) => {
          const found = findTag(await tagsOf(context, matterId), wanted);
          await context.client['evidence.tag.delete']({ matterId, id: found });
          return found;
        });
        context.print(options, { deleted: id }, () => `Deleted “${wanted}”.`);
      }),
    );
}

function addAssign(tag: Command, run: Run): void {
  withMatterPath(tag.command('assign'))
    .argument('<ids...>', itemsHelp)
    .option('--add <tag...>', 'tags and issue codes to put on them, by name or id')
    .option('--remove <tag...>', 'tags and issue codes to take off them')
    .description('put tags on items, and take others off, as one step')
    .action(
      run(async (context, path: string, names: string[], options: Options<AssignOptions>) => {
        const { add = [], remove = [] } = options;
        if (add.length + remove.length === 0) throw invalid('say which tags with --add or --remove');
        const done = await context.withMatter(path, options, 'write', async (matterId) => {
          const tags = await tagsOf(context, matterId);
          const [added, removed] = [add, remove].map((wanted) => wanted.map((name) => findTag(tags, name)));
          const both = added!.find((id) => removed!.includes(id));
          if (both !== undefined)
            throw invalid(
              `“${tags.find(({ id }) => id === both)!.name}” is to be put on and taken off; give it once`,
            );
          const ids = await findItems(context, matterId, names);
          return context.client['evidence.tag.assign']({
            matterId,
            ids,
            add: added!,
            remove: removed!,
          });
        });
        context.print(options, done, () => `Changed the tags of ${count(done.updated, 'item')}.`);
      }),
    );
}

function withFields(command: Command): Command {
  return command
    .addOption(
      new Option('--kind <kind>', 'a tag, or an issue code for review (a new one is a tag)').choices([
        'tag',
        'issue',
      ]),
    )
    .addOption(
      new Option('--color <color>', 'how it is shown in the app (a new one is grey)').choices(
        TagColor.options,
      ),
    );
}

function tagTable(tags: readonly Tag[]): string {
  return table(
    ['Name', 'Kind', 'Color', '>Items', 'Id'],
    tags.map(({ name, kind, color, items, id }) => [
      name,
      kind === 'issue' ? 'issue code' : kind,
      color,
      items,
      id,
    ]),
  );
}
