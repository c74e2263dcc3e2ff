import { planProposals, type PlannedProposal } from '../../../../shared/domain/deadlines/reading/index.ts';
import { momentAt } from '../../../../shared/domain/deadlines/time/index.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import type { ListedRule } from '../../../../shared/model/rule-pack.ts';
import { listEntries, listRows } from '../../docket/index.ts';
import type { MatterSession } from '../../store/session.ts';
import { listRules } from '../rule-packs.ts';
import { matterCourt } from '../standing/court-calendar.ts';

/** What the docket gives as it stands now. */
interface PlannedDocket {
  readonly planned: readonly PlannedProposal[];
  readonly entries: ReadonlyMap<string, DocketEntry>;
  /** On the court's clock. */
  readonly today: string;
}

interface Kept extends PlannedDocket {
  /** All that it was planned from. */
  readonly stamp: string;
  readonly rules: readonly ListedRule[];
}

const kept = new WeakMap<MatterSession, Kept>();

/** Reads the whole docket, and again only once an entry, the court, a rule or the day is another: reading a thousand entries takes a second. */
export function plannedDocket(session: MatterSession): PlannedDocket {
  const matter = matterCourt(session);
  const today = momentAt(session.platform.now(), matter.timezone).slice(0, 10);
  const rules = listRules(session.platform);
  const stamp = JSON.stringify([matter, today, listRows(session)]);
  const known = kept.get(session);
  if (known?.stamp === stamp && known.rules === rules) return known;
  const entries = listEntries(session);
  const planned = planProposals({
    entries,
    rules: rules.filter(({ kind }) => kind !== 'event'),
    matter,
    today,
  });
  const made = {
    planned,
    entries: new Map(entries.map((entry) => [entry.id as string, entry])),
    today,
    stamp,
    rules,
  };
  kept.set(session, made);
  return made;
}
