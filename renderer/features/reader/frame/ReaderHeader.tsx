import { Download, Search, Waypoints } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { EvidenceSource } from '../sources.ts';
import { runJob, showError, useCommandKeys, useRunCommand } from '../../../client/index.ts';
import { IconButton, showToast } from '../../../ui/index.ts';
import { useDeskPlace } from '../desk/side-context.ts';
import { toolWords, words } from '../words.ts';
import { NotesButton } from './NotesSide.tsx';

interface ReaderHeaderProps {
  readonly title: string;
  readonly source: EvidenceSource;
  /** Opens the search in the document; left out where there is nothing to search. */
  readonly onFind?: () => void;
  /** Whether its notes can be shown beside it. */
  readonly hasNotesSide?: boolean;
  /** Other actions or choices, before the common buttons. */
  readonly children?: ReactNode;
}

/** The strip above what has no pages: what it is, and what can be done with it. */
export function ReaderHeader({ title, source, onFind, hasNotesSide = false, children }: ReaderHeaderProps) {
  const commandKeys = useCommandKeys();
  const { isExporting, exportOriginal } = useExport(source, title);
  const run = useRunCommand();
  const isOnDesk = useDeskPlace().actions !== null;
  return (
    <header className="flex h-11 shrink-0 items-center gap-1 border-b border-line bg-surface px-2.5">
      <h2 dir="auto" className="min-w-0 grow truncate px-1 text-left font-semibold" title={title}>
        {title}
      </h2>
      {children}
      {hasNotesSide && <NotesButton />}
      {onFind && (
        <IconButton
          label={words.find}
          icon={<Search />}
          shortcut={commandKeys('reader.find')}
          onPress={onFind}
        />
      )}
      {isOnDesk && (
        <IconButton
          label={toolWords.whereElse}
          icon={<Waypoints />}
          shortcut={commandKeys('reader.whereElse')}
          onPress={() => run('reader.whereElse')}
        />
      )}
      <IconButton
        label={words.export}
        icon={<Download />}
        isDisabled={isExporting}
        onPress={() => void exportOriginal()}
      />
    </header>
  );
}

/** Hands out the original, byte for byte. */
export function useExport(
  { matterId, evidenceId }: EvidenceSource,
  title: string,
): { isExporting: boolean; exportOriginal: () => Promise<void> } {
  const [isExporting, setIsExporting] = useState(false);
  return {
    isExporting,
    exportOriginal: async () => {
      try {
        const target = await window.forthwith.chooseFolder('export');
        if (!target) return;
        setIsExporting(true);
        const { files } = await runJob('evidence.export', {
          matterId,
          ids: [evidenceId],
          target: { token: target.token },
        });
        showToast({ message: words.exported(files[0]?.fileName ?? title) });
      } catch (error) {
        showError(error);
      } finally {
        setIsExporting(false);
      }
    },
  };
}
