import { CalendarClock, Scale, ScrollText } from 'lucide-react';
import type { SearchHit } from '../../../../shared/model/search.ts';
import { KindIcon, kindWords } from '../../evidence/index.ts';
import { hitWords } from '../words.ts';

/** What a hit is in, as a picture with its name. */
export function HitIcon({
  hit,
}: {
  hit: Pick<SearchHit, 'kind' | 'evidenceKind' | 'deadlineId' | 'factId'>;
}) {
  const Icon = hit.kind === 'docket' ? ScrollText : hit.factId ? Scale : CalendarClock;
  const place = hit.factId ? 'fact' : hit.deadlineId ? 'deadline' : hit.kind;
  const name = hit.evidenceKind ? kindWords[hit.evidenceKind] : hitWords[place];
  return (
    <span role="img" aria-label={name} title={name} className="shrink-0 text-ink-soft">
      {hit.evidenceKind ? <KindIcon kind={hit.evidenceKind} /> : <Icon aria-hidden className="size-4" />}
    </span>
  );
}
