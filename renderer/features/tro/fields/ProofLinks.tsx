import { useMemo } from 'react';
import { useEngineQuery, useMatter, useReaderTarget, useRunCommand } from '../../../client/index.ts';
import { nameOfEntry, showEntry } from '../../docket/index.ts';
import { proofWords as words } from '../words.ts';
import type { Proof } from './ProofField.tsx';

/** The docket entry and the document something is shown by, each a way there. Nothing where neither is linked. */
export function ProofLinks({ value }: { value: Proof }) {
  const { id: matterId } = useMatter();
  const run = useRunCommand();
  const reader = useReaderTarget();
  const { entryId, evidenceId } = value;
  const entries = useEngineQuery('docket.list', { matterId }, { isEnabled: entryId !== null });
  const evidence = useEngineQuery(
    'evidence.list',
    { matterId, sort: 'title' },
    { isEnabled: evidenceId !== null },
  );
  const entry = useMemo(() => entries.data?.find(({ id }) => id === entryId), [entries.data, entryId]);
  const item = useMemo(() => evidence.data?.find(({ id }) => id === evidenceId), [evidence.data, evidenceId]);
  if (!entry && !item) return null;
  return (
    <span className="flex flex-wrap gap-x-3">
      {entry && (
        <Way
          label={words.goTo(nameOfEntry(entry))}
          text={nameOfEntry(entry)}
          onGo={() => {
            run('go.docket');
            showEntry(entry.id);
          }}
        />
      )}
      {item && (
        <Way
          label={words.open(item.title)}
          text={item.title}
          onGo={() => reader.show({ source: { matterId, evidenceId: item.id }, title: item.title })}
        />
      )}
    </span>
  );
}

function Way({ label, text, onGo }: { label: string; text: string; onGo: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onGo}
      className="min-h-6 max-w-full cursor-default truncate rounded-sm text-left text-sm font-medium text-accent-text underline decoration-1 underline-offset-2 hover:bg-hover"
    >
      {text}
    </button>
  );
}
