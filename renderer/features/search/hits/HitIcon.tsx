import {
  AudioLines,
  CalendarClock,
  File,
  FileArchive,
  FileImage,
  FileText,
  FileType,
  Mail,
  ScrollText,
  type LucideIcon,
} from 'lucide-react';
import { groupOf, type KindGroup } from '../../../../shared/domain/evidence/kind-groups.ts';
import type { SearchHit } from '../../../../shared/model/search.ts';
import { hitWords, kindGroupWords } from '../words.ts';

const icons: Readonly<Record<KindGroup, LucideIcon>> = {
  pdf: FileText,
  image: FileImage,
  mail: Mail,
  archive: FileArchive,
  text: FileType,
  office: FileType,
  media: AudioLines,
  other: File,
};

/** What a hit is in, as a picture with its name. */
export function HitIcon({ hit }: { hit: Pick<SearchHit, 'kind' | 'evidenceKind'> }) {
  const group = hit.evidenceKind && groupOf(hit.evidenceKind);
  const Icon = group ? icons[group] : hit.kind === 'docket' ? ScrollText : CalendarClock;
  const name = group ? kindGroupWords[group] : hitWords[hit.kind];
  return (
    <span role="img" aria-label={name} title={name} className="shrink-0 text-ink-soft">
      <Icon aria-hidden className="size-4" />
    </span>
  );
}
