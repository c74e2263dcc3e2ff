import { mergeHeads } from '../../../../shared/domain/docket/merge/merge.ts';
import type { DocketHeader, DocketParty } from '../../../../shared/model/docket.ts';
import type { MatterSession } from '../../store/session.ts';
import { headsOf, listApplied } from './source-repository.ts';

/**
 * The head of the docket and its parties, as all imported sources together give them; a null header where none was imported.
 *
 * @example docketHead(session).header?.courtName
 */
export function docketHead(session: MatterSession): {
  readonly header: DocketHeader | null;
  readonly parties: readonly DocketParty[];
} {
  return mergeHeads(headsOf(listApplied(session)));
}
