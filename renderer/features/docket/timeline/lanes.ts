import type { DocketEntry, DocketRole } from '../../../../shared/model/docket.ts';
import { laneWords } from '../words.ts';
import type { TimelineLane } from './marks.ts';

/** What the lanes of the timeline represent. */
export type LaneKind = 'role' | 'party';

const roleLanes: readonly {
  readonly key: keyof typeof laneWords.roles;
  readonly roles: readonly DocketRole[];
}[] = [
  { key: 'pleadings', roles: ['complaint', 'answer'] },
  { key: 'motions', roles: ['motion'] },
  { key: 'responses', roles: ['opposition', 'reply'] },
  { key: 'support', roles: ['support', 'exhibit'] },
  { key: 'hearings', roles: ['hearing'] },
  { key: 'orders', roles: ['order', 'judgment'] },
  { key: 'appeals', roles: ['appeal'] },
  { key: 'notices', roles: ['notice'] },
  { key: 'other', roles: ['other'] },
];

/** Parties that get a lane of their own; the rest share one. */
const mostParties = 7;

/**
 * The lanes of the picture, each with at least one entry.
 *
 * @param entries to be shown
 * @param kind lanes by what an entry is in the course of a motion, or by who filed it
 */
export function planLanes(entries: readonly DocketEntry[], kind: LaneKind): readonly TimelineLane[] {
  return kind === 'role' ? byRole(entries) : byFiler(entries);
}

function byRole(entries: readonly DocketEntry[]): readonly TimelineLane[] {
  const groups = Map.groupBy(entries, ({ role }) => role);
  return roleLanes.flatMap(({ key, roles }) => {
    const own = roles.flatMap((role) => groups.get(role) ?? []);
    return own.length === 0 ? [] : [{ key, label: laneWords.roles[key], entries: own }];
  });
}

function byFiler(entries: readonly DocketEntry[]): readonly TimelineLane[] {
  const isOfCourt = ({ filer, role }: DocketEntry) =>
    filer === '' && (role === 'order' || role === 'hearing' || role === 'judgment');
  const court = entries.filter(isOfCourt);
  const groups = [
    ...Map.groupBy(
      entries.filter((entry) => !isOfCourt(entry)),
      ({ filer }) => filer,
    ),
  ];
  const named = groups.filter(([filer]) => filer !== '').sort((a, b) => b[1].length - a[1].length);
  // One more party alone would not make the picture shorter than the lane for the rest.
  const own = named.length <= mostParties + 1 ? named : named.slice(0, mostParties);
  const rest = named.slice(own.length).flatMap(([, each]) => each);
  const unnamed = groups.find(([filer]) => filer === '')?.[1] ?? [];
  return [
    ...own.map(([filer, each]) => ({ key: `party ${filer}`, label: filer, entries: each })),
    ...(rest.length > 0
      ? [
          {
            key: 'rest',
            label: laneWords.others(named.length - own.length),
            entries: rest,
          },
        ]
      : []),
    ...(court.length > 0 ? [{ key: 'court', label: laneWords.court, entries: court }] : []),
    ...(unnamed.length > 0 ? [{ key: 'unnamed', label: laneWords.unnamed, entries: unnamed }] : []),
  ];
}
