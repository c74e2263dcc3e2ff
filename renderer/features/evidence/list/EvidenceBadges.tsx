import { TriangleAlert } from 'lucide-react';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import { Badge, type BadgeProps } from '../../../ui/index.ts';
import { evidenceBadges, type EvidenceBadge } from './evidence-badges.ts';

const tones = {
  exhibit: 'info',
  docket: 'neutral',
  problem: 'warning',
  archived: 'neutral',
} as const satisfies Record<EvidenceBadge['tone'], BadgeProps['tone']>;

/** Shown before the rest is counted: a row is no place for ten labels. */
const shownAtMost = 2;

/** What an item is used as and what is wrong with it, in a row of the list. Problems are never among those left out. */
export function EvidenceBadges({ item }: { item: EvidenceItem }) {
  const badges = evidenceBadges(item);
  const isUrgent = (badge: EvidenceBadge) => badge.tone === 'problem' || badge.tone === 'archived';
  const urgent = badges.filter(isUrgent);
  const others = badges.filter((badge) => !isUrgent(badge));
  const room = Math.max(1, shownAtMost - urgent.length);
  const shown = others.length <= room ? others : others.slice(0, room);
  const rest = others.slice(shown.length);
  return (
    <span className="flex min-w-0 items-center gap-1">
      {urgent.map(({ tone, text }) => (
        <Badge
          key={text}
          tone={tones[tone]}
          {...(tone === 'problem' && {
            icon: <TriangleAlert aria-hidden />,
            title: item.problems.map(({ message }) => message).join(' '),
          })}
        >
          {text}
        </Badge>
      ))}
      {shown.map(({ tone, text }) => (
        // Where not everything fits, problems stay whole and these are shortened.
        <span key={text} className="flex min-w-0">
          <Badge tone={tones[tone]} title={text}>
            {text}
          </Badge>
        </span>
      ))}
      {rest.length > 0 && <Badge title={rest.map(({ text }) => text).join(', ')}>+{rest.length}</Badge>}
    </span>
  );
}
