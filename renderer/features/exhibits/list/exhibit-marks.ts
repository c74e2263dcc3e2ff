import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { markWords as words } from '../words.ts';

export interface ExhibitMark {
  readonly id: string;
  readonly label: string;
  readonly tone: 'neutral' | 'info' | 'warning';
  /** What it means, in a sentence. */
  readonly meaning: string;
}

/** What should be seen of an exhibit at a glance, the gravest first. */
export function marksOf(set: ExhibitSet, exhibit: Exhibit): readonly ExhibitMark[] {
  const { status, statusNote, treatment, treatmentNote, pageRanges, problems, ruling, isSealed } = exhibit;
  const marks: ExhibitMark[] = [];
  const add = (id: string, tone: ExhibitMark['tone'], label: string, meaning: string) =>
    marks.push({ id, tone, label, meaning });
  if (problems.length > 0)
    add('problem', 'warning', words.problem, problems.map(({ message }) => message).join(' '));
  if (status === 'withdrawn') add('withdrawn', 'warning', words.withdrawn, words.withdrawnMeans(statusNote));
  if (status === 'reserved') add('reserved', 'neutral', words.reserved, words.reservedMeans(statusNote));
  if (treatment !== 'pages')
    add(treatment, 'info', words[treatment], words.treatmentMeans[treatment](treatmentNote));
  if (set.sealedAt !== null && status === 'active' && !isSealed)
    add('late', 'info', words.late, words.lateMeans);
  if (pageRanges !== '') add('pages', 'neutral', words.excerpt(pageRanges), words.excerptMeans(pageRanges));
  if (ruling === 'admitted' || ruling === 'excluded')
    add(ruling, 'neutral', words[ruling], words.rulingMeans[ruling]);
  return marks;
}
