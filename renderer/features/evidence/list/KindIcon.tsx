import {
  AudioLines,
  File,
  FileArchive,
  FileSpreadsheet,
  FileText,
  FileType,
  Film,
  Globe,
  Image,
  Mail,
  NotepadText,
  Presentation,
  type LucideIcon,
} from 'lucide-react';
import { groupOf, type KindGroup } from '../../../../shared/domain/evidence/kind-groups.ts';
import type { EvidenceKind } from '../../../../shared/model/evidence.ts';

const icons: Readonly<Record<KindGroup, LucideIcon>> = {
  pdf: FileText,
  image: Image,
  mail: Mail,
  archive: FileArchive,
  text: NotepadText,
  office: FileType,
  media: Film,
  other: File,
};

/** Kinds with an icon other than their group's. */
const ownIcons: Readonly<Partial<Record<EvidenceKind, LucideIcon>>> = {
  csv: FileSpreadsheet,
  html: Globe,
  spreadsheet: FileSpreadsheet,
  presentation: Presentation,
  audio: AudioLines,
};

/** A sign for a kind; the kind's name is beside it. */
export function KindIcon({ kind, className = 'size-4' }: { kind: EvidenceKind; className?: string }) {
  const Icon = ownIcons[kind] ?? icons[groupOf(kind)];
  return <Icon aria-hidden className={`shrink-0 ${className}`} />;
}
