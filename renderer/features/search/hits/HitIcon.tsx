import { CalendarClock, ScrollText } from 'lucide-react';
import type { SearchHit } from '../../../../shared/model/search.ts';
import { KindIcon, kindWords } from '../../evidence/index.ts';
import { hitWords } from '../words.ts';

/** What a hit is in, as a picture with its name. */
export function HitIcon({ hit }: { hit: Pick<SearchHit, 'kind' | 'evidenceKind'> }) {
  const Icon = hit.kind === 'docket' ? ScrollText : CalendarClock;
  const name = hit.evidenceKind ? kindWords[hit.evidenceKind] : hitWords[hit.kind];
  return (
    <span role="img" aria-label={name} title={name} className="shrink-0 text-ink-soft">
      {hit.evidenceKind ? <KindIcon kind={hit.evidenceKind} /> : <Icon aria-hidden className="size-4" />}
    </span>
  );
}
