import { docketNumber } from '../../../shared/domain/docket/filters.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { DocketEntryId, MatterId } from '../../../shared/model/common.ts';
import type { DocketEntry } from '../../../shared/model/docket.ts';
import type { CliContext } from '../context.ts';

/** The entry with a number such as 12 or 12-1. @throws AppError NOT_FOUND */
export async function findEntry(
  context: CliContext,
  matterId: MatterId,
  number: string,
): Promise<DocketEntry> {
  const entries = await context.client['docket.list']({ matterId });
  const entry = entries.find((one) => docketNumber(one) === number.trim());
  if (!entry) throw new AppError('NOT_FOUND', { what: `docket entry ${number}` });
  return entry;
}

/** The id of the entry that `--entry` names; null if it was not given. @throws AppError NOT_FOUND */
export async function findEntryId(
  context: CliContext,
  matterId: MatterId,
  number: string | undefined,
): Promise<DocketEntryId | null> {
  return number === undefined ? null : (await findEntry(context, matterId, number)).id;
}
