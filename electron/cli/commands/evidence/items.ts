import { AppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import type { CliContext } from '../../context.ts';

/** Help of the arguments that `findItems` reads. */
export const itemHelp = 'of an item; the beginning of its id or hash will do';
export const itemsHelp = 'of items; beginnings of ids or hashes will do';

/**
 * The items with given ids, or unambiguous prefixes of ids or hashes; archived ones too.
 * @throws AppError NOT_FOUND
 */
export async function findItems(
  context: CliContext,
  matterId: MatterId,
  names: readonly string[],
): Promise<EvidenceId[]> {
  const items = await context.client['evidence.list']({ matterId, includesArchived: true });
  const exact = new Map<string, EvidenceId>(items.map(({ id }) => [id, id]));
  return names.map((name) => {
    const found = exact.get(name);
    if (found) return found;
    const matching = items.filter(
      ({ id, sha256 }) => name.length >= 8 && (id.startsWith(name) || sha256.startsWith(name)),
    );
    if (matching.length !== 1) throw new AppError('NOT_FOUND', { what: `evidence item “${name}”` });
    return matching[0]!.id;
  });
}

/** The item that `--evidence` names; null if it was not given. @throws AppError NOT_FOUND */
export async function findItem(
  context: CliContext,
  matterId: MatterId,
  name: string | undefined,
): Promise<EvidenceId | null> {
  return name === undefined ? null : (await findItems(context, matterId, [name]))[0]!;
}

/** An item as the command line shows it. */
export function publicItem({ sizeBytes, ...item }: EvidenceItem) {
  return { ...item, bytes: sizeBytes };
}
