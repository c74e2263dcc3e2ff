import { TriangleAlert } from 'lucide-react';
import { Badge } from '../../../ui/index.ts';
import type { ExhibitMark } from './exhibit-marks.ts';

/** Marks of an exhibit in a row; their words say it, the colors only help. */
export function ExhibitMarks({ marks }: { marks: readonly ExhibitMark[] }) {
  return marks.map(({ id, label, tone, meaning }) => (
    <Badge
      key={id}
      tone={tone}
      title={meaning}
      {...(tone === 'warning' && { icon: <TriangleAlert aria-hidden /> })}
    >
      {label}
    </Badge>
  ));
}
