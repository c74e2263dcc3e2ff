import { lostIds } from '../../../../shared/domain/argument/matrix.ts';
import type { Argument } from '../../../../shared/model/argument.ts';
import type { MatterId } from '../../../../shared/model/common.ts';
import type { CliContext } from '../../context.ts';

/** The argument, with the ids of pin cites whose words are not where they say. */
export async function readWithLost(
  { client }: CliContext,
  matterId: MatterId,
): Promise<Argument & { readonly lost: ReadonlySet<string> }> {
  const lost = lostIds(await client['argument.check']({ matterId }));
  return { ...(await client['argument.get']({ matterId })), lost };
}
