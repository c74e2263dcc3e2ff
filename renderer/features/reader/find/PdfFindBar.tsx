import { useReaderNotes, type OpenItem } from '../../../client/index.ts';
import { FindBar } from './FindBar.tsx';
import type { Finding } from './use-finding.ts';

interface PdfFindBarProps {
  readonly finding: Finding;
  /** Null for a file that was built. */
  readonly item: OpenItem | null;
  readonly onList: () => void;
  readonly onClose: () => void;
}

/** The find bar of a document with pages: its hits can be listed, and marked with notes. */
export function PdfFindBar({ finding, item, onList, onClose }: PdfFindBarProps) {
  const { find, query, isMarking } = finding;
  const notes = useReaderNotes();
  return (
    <FindBar
      asked={finding}
      find={find}
      position={finding.position}
      onStep={finding.step}
      onList={onList}
      onClose={onClose}
    >
      {notes && item && (
        <notes.FindTools
          item={item}
          query={isMarking ? '' : query.trim()}
          hits={find.isSearching ? [] : find.hits}
        />
      )}
    </FindBar>
  );
}
