import { FileBox } from 'lucide-react';
import { EmptyState } from '../../../ui/index.ts';
import { cardWords } from '../words.ts';

/** Shown for a file of a build that has no pages. */
export function BuiltFileCard({ title }: { title: string }) {
  return (
    <EmptyState icon={<FileBox />} title={title}>
      {cardWords.isBuilt}
    </EmptyState>
  );
}
