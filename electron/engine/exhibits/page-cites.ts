import type { ResultOf } from '../../../shared/contract/define.ts';
import type { exhibitsContract } from '../../../shared/contract/exhibits.ts';
import { formatBates } from '../../../shared/domain/bates.ts';
import { pageCite } from '../../../shared/domain/page-cite.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ExhibitSetId } from '../../../shared/model/common.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';
import { carriedPages } from './carried-pages.ts';
import { listExhibits, listSets } from './exhibit-repository.ts';

export type PageCite = ResultOf<typeof exhibitsContract, 'exhibits.pageCites'>[number];

/**
 * How a page of an item is cited: once for each set that carries the item, with the number a build gave the page. A number that
 * is only planned may still change, so none is cited. Where no set has the item, the number that is printed on the page stands.
 *
 * @param page of the item, from 1
 * @throws AppError NOT_FOUND
 */
export function pageCites(session: MatterSession, evidenceId: string, page: number): PageCite[] {
  const item = session.get(sql.selectFrom('evidence_item').select('content_id').where('id', '=', evidenceId));
  if (!item) throw new AppError('NOT_FOUND', { what: 'evidence' });
  const numbers = numbersOf(session, evidenceId, page);
  const carriers = new Set(
    session
      .all(sql.selectFrom('exhibit').select('set_id').distinct().where('evidence_id', '=', evidenceId))
      .map((row) => row.set_id),
  );
  const cites = listSets(session)
    .filter(({ id }) => carriers.has(id))
    .flatMap((set) =>
      listExhibits(session, set.id)
        .filter(({ status, original }) => status === 'active' && original?.evidenceId === evidenceId)
        .map((exhibit): PageCite => {
          const at = (carriedPages(exhibit).pages ?? []).indexOf(page);
          const place = {
            label: exhibit.label,
            page: at < 0 ? null : at + 1,
            bates: at < 0 ? null : (numbers.get(set.bates?.prefix ?? '') ?? null),
          };
          const declarant = set.purpose === 'declaration' ? set.declarant : '';
          return {
            setId: set.id as ExhibitSetId,
            setName: set.name,
            ...place,
            cite: pageCite({ ...place, declarant }),
          };
        }),
    );
  if (cites.length > 0) return cites;
  const seen = session.get(
    sql
      .selectFrom('bates_seen')
      .select('label')
      .where('content_id', '=', item.content_id)
      .where('page', '=', page),
  );
  const bates = seen?.label ?? [...numbers.values()][0];
  return bates === undefined ? [] : [{ setId: null, setName: '', label: '', page: null, bates, cite: bates }];
}

/** The numbers a page got, by their prefix. */
function numbersOf(session: MatterSession, evidenceId: string, page: number): Map<string, string> {
  const rows = session.all(
    sql
      .selectFrom('bates_number')
      .select(['prefix', 'number', 'digits', 'suffix'])
      .where('evidence_id', '=', evidenceId)
      .where('page', '=', page)
      .where('exhibit_id', 'is', null)
      .where('state', '<>', 'void')
      .orderBy('prefix'),
  );
  return new Map(rows.map((row) => [row.prefix, formatBates(row, row.number)]));
}
