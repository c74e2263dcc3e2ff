import { NotebookPen } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCommandKeys, useReaderNotes, useViewState } from '../../../client/index.ts';
import { IconButton, SplitPane } from '../../../ui/index.ts';
import { useSideCommand } from '../desk/side-context.ts';
import type { EvidenceSource } from '../sources.ts';
import { panelWords as words } from '../words.ts';

const remembered = { isOpen: false, width: 280 };

/** Shows or hides the notes beside what has no pages; nothing where there are no notes. */
export function NotesButton() {
  const [{ isOpen }, change] = useViewState('reader.notes', remembered);
  const toggle = () => change({ isOpen: !isOpen });
  const commandKeys = useCommandKeys();
  useSideCommand('reader.panel', toggle);
  if (!useReaderNotes()) return null;
  return (
    <IconButton
      label={isOpen ? words.hideNotes : words.showNotes}
      icon={<NotebookPen />}
      shortcut={commandKeys('reader.panel')}
      aria-pressed={isOpen}
      onPress={toggle}
    />
  );
}

interface NotesSideProps {
  readonly source: EvidenceSource;
  /** Part in sight, from 0; null where there are none. */
  readonly part: number | null;
  /** Shows a part, from 0. */
  readonly onGo?: (part: number) => void;
  /** While the words are in a sealed frame: shows them as text. */
  readonly onPlain?: () => void;
  readonly children: ReactNode;
}

/** What has no pages, with its notes beside it while they are wanted. */
export function NotesSide({ source, part, onGo, onPlain, children }: NotesSideProps) {
  const notes = useReaderNotes();
  const [{ isOpen, width }, change] = useViewState('reader.notes', remembered);
  const isShown = notes !== null && isOpen;
  const body = <div className="flex h-full min-h-0 flex-col">{children}</div>;
  // Whether or not its notes are there, what is read stays where it is.
  return (
    <div className="min-h-0 grow">
      <SplitPane
        label={words.notesWidth}
        sized="end"
        hidden={isShown ? null : 'end'}
        size={width}
        onSizeChange={(next) => change({ width: next })}
        minSize={180}
        maxSize={640}
        defaultSize={remembered.width}
        minRest={160}
        start={body}
        end={
          // What is being written in them is stored when they close.
          isShown && (
            <notes.SidePanel
              item={source}
              documentId={null}
              page={part}
              onGo={(place) => 'page' in place && onGo?.(place.page)}
              {...(onPlain && { onPlain })}
            />
          )
        }
      />
    </div>
  );
}
