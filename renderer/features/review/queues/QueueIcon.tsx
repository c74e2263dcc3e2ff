import { EyeOff, Flag, Flame, GitCompareArrows, Hash, Lock, SquareDashed } from 'lucide-react';
import type { ReviewQueue } from '../../../../shared/model/review.ts';

const icons = {
  unread: EyeOff,
  flagged: Flag,
  uncoded: SquareDashed,
  hot: Flame,
  privileged: Lock,
  conflicts: GitCompareArrows,
  issue: Hash,
} as const satisfies Record<ReviewQueue['kind'], unknown>;

/** A sign for a kind of queue; its name is beside it. */
export function QueueIcon({ kind }: { kind: ReviewQueue['kind'] }) {
  const Icon = icons[kind];
  return <Icon aria-hidden />;
}
