import { districtCourtName } from '../../../shared/domain/court-citation.ts';
import type { Caption } from '../../../shared/domain/tro/index.ts';
import { docketHead } from '../docket/index.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';

/** The head of the paper as the court's docket sheet has it; else as the matter is named: "A v. B". */
export function captionOf(session: MatterSession): Caption {
  const matter = session.one(sql.selectFrom('matter').select(['title', 'court', 'number', 'judge']));
  const { header, parties } = docketHead(session);
  const named = (role: RegExp) =>
    parties
      .filter((party) => role.test(party.role) && party.terminatedOn === null)
      .map(({ name }) => name)
      .join(', ');
  const [plaintiff = '', defendant = ''] = (header?.title || matter.title).split(/\s+vs?\.?\s+/i);
  return {
    court: header?.courtName || districtCourtName(matter.court) || matter.court,
    plaintiffs: named(/^(?:plaintiff|petitioner)/i) || (defendant === '' ? '' : plaintiff),
    defendants: named(/^(?:defendant|respondent)/i) || defendant,
    number: header?.number || matter.number,
    judge: header?.judge || matter.judge,
  };
}
