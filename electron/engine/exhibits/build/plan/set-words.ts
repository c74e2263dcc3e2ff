import type { ExhibitSetFields } from '../../../../../shared/model/exhibits.ts';
import { docketHead } from '../../../docket/index.ts';
import { findCourtProfile } from '../../../filing/index.ts';
import type { MarkStyle } from '../../../pdf/assemble/index.ts';
import { sql } from '../../../store/query-builder.ts';
import type { MatterSession } from '../../../store/session.ts';
import type { SetRow } from '../../set-repository.ts';

/** What is printed on the sheets of every exhibit of a set. */
export interface SetWords {
  /** The court’s name, the parties’ lines, the number, for slip sheets with a caption; empty for others. */
  readonly caption: readonly string[];
  /** Lines under the title of the index. */
  readonly indexCaption: readonly string[];
  /** “to Declaration of Jane Smith”; empty where labels belong to no declaration. */
  readonly belonging: string;
  readonly tableTitle: string;
  readonly marks: MarkStyle;
}

type SetFields = Pick<
  SetRow,
  | 'name'
  | 'purpose'
  | 'declarant'
  | 'party'
  | 'numberPosition'
  | 'slipSheetTemplate'
  | 'stickerCorner'
  | 'stickerColour'
  | 'looksAtEveryPage'
>;

/** The words of a set: from the matter, its docket, and the court's profile where there is one. */
export function setWords(session: MatterSession, set: SetFields): SetWords {
  const matter = session.one(sql.selectFrom('matter').select(['title', 'number', 'court']));
  const number = matter.number === '' ? '' : `No. ${matter.number}`;
  const belonging =
    set.purpose === 'declaration' && set.declarant !== '' ? `to Declaration of ${set.declarant}` : '';
  return {
    caption:
      set.slipSheetTemplate === 'caption'
        ? [courtName(session, matter.court), ...partiesOf(matter.title), number]
        : [],
    indexCaption: filled([matter.title, number, set.name]),
    belonging,
    tableTitle: belonging === '' ? 'Table of Exhibits' : `Exhibits ${belonging}`,
    marks: {
      numberPosition: set.numberPosition,
      stickerCorner: set.stickerCorner,
      stickerColour: set.stickerColour === 'party' ? partyColors[set.party] : set.stickerColour,
      stickerWords: partyWords[set.party],
      ...(set.looksAtEveryPage && { looksAtEveryPage: true }),
    },
  };
}

/** D.N.H. (nhd.uscourts.gov/th/exhibits.asp) and others: plaintiff yellow, defendant blue; joint ones by custom white. */
const partyColors: Record<ExhibitSetFields['party'], MarkStyle['stickerColour']> = {
  plaintiff: 'yellow',
  defendant: 'blue',
  joint: 'white',
  none: 'white',
};

const partyWords: Record<ExhibitSetFields['party'], string> = {
  plaintiff: 'PLAINTIFF’S EXHIBIT',
  defendant: 'DEFENDANT’S EXHIBIT',
  joint: 'JOINT EXHIBIT',
  none: 'EXHIBIT',
};

/** Empty where neither a profile nor an imported docket sheet names the court. */
function courtName(session: MatterSession, court: string): string {
  const profile = findCourtProfile(session.platform, court);
  if (profile) return profile.name.join(' FOR THE ');
  // As the docket sheet prints it, such as “U.S. District Court, District of Oregon (Portland)”.
  const printed = docketHead(session).header?.courtName ?? '';
  const match = /^U\.?S\.? District Court,?\s{0,3}(.{3,80}?)\s{0,3}(?:\([^()]{0,60}\))?$/i.exec(printed);
  return (match ? `UNITED STATES DISTRICT COURT FOR THE ${match[1]!}` : printed).toUpperCase();
}

/** The title’s two sides, each on lines of its own as captions have them. Who is plaintiff is not told: a title does not say. */
function partiesOf(title: string): string[] {
  const match = /^(.+?)\s(vs?\.)\s(.+)$/s.exec(title);
  return match ? [match[1]!, match[2]!, match[3]!] : [title];
}

const filled = (lines: readonly string[]) => lines.filter((line) => line.trim() !== '');
