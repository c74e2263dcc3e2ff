import {
  Archive,
  AudioLines,
  File,
  FileSpreadsheet,
  FileText,
  Film,
  Image,
  Mail,
  type LucideIcon,
} from 'lucide-react';
import { groupOf, type KindGroup } from '../../../../shared/domain/evidence/kind-groups.ts';
import type { EvidenceKind } from '../../../../shared/model/evidence.ts';

const icons: Readonly<Record<KindGroup, LucideIcon>> = {
  pdf: FileText,
  image: Image,
  mail: Mail,
  archive: Archive,
  text: FileText,
  office: FileSpreadsheet,
  media: Film,
  other: File,
};

/** A sign for a kind; the kind's name stands beside it. */
export function KindIcon({ kind, className = 'size-4' }: { kind: EvidenceKind; className?: string }) {
  const Icon = kind === 'audio' ? AudioLines : icons[groupOf(kind)];
  return <Icon aria-hidden className={`shrink-0 ${className}`} />;
}
