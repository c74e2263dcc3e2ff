import type { BatesState } from '../../../../shared/model/exhibits.ts';
import { Badge, type BadgeProps } from '../../../ui/index.ts';
import { batesStateWords } from '../words.ts';

const tones = {
  planned: 'neutral',
  reserved: 'info',
  used: 'success',
  void: 'warning',
} as const satisfies Record<BatesState, BadgeProps['tone']>;

/** How firm a Bates number is. */
export function BatesStateBadge({ state }: { state: BatesState }) {
  const { name, meaning } = batesStateWords[state];
  return (
    <Badge tone={tones[state]} title={meaning}>
      {name}
    </Badge>
  );
}
