import { useMemo } from 'react';
import { useEngineQuery, useMatter, useReaderTarget, useRunCommand } from '../../../client/index.ts';
import { LinkButton } from '../../../ui/index.ts';
import { nameOfEntry, showEntry } from '../../docket/index.ts';
import { proofWords as words } from '../words.ts';
import type { Proof } from './ProofField.tsx';

interface ProofLinksProps {
  readonly value: Proof;
  /** What they show, in the middle of a sentence: one entry is the proof of many things. */
  readonly of: string;
}

/** Links to the docket entry and the document that prove something. One that was deleted since is marked as gone. */
export function ProofLinks({ value, of }: ProofLinksProps) {
  const { id: matterId } = useMatter();
  const run = useRunCommand();
  const reader = useReaderTarget();
  const { entryId, evidenceId } = value;
  const entries = useEngineQuery('docket.list', entryId === null ? null : { matterId });
  const evidence = useEngineQuery(
    'evidence.list',
    evidenceId === null ? null : { matterId, sort: 'title', includesArchived: true },
  );
  const entry = useMemo(() => entries.data?.find(({ id }) => id === entryId), [entries.data, entryId]);
  const item = useMemo(() => evidence.data?.find(({ id }) => id === evidenceId), [evidence.data, evidenceId]);
  const isEntryGone = entryId !== null && entries.data !== undefined && !entry;
  if (!entry && !item && !isEntryGone) return null;
  return (
    <span className="flex flex-wrap gap-x-3">
      {entry && (
        <Way
          label={words.goTo(nameOfEntry(entry), of)}
          text={nameOfEntry(entry)}
          onGo={() => {
            run('go.docket');
            showEntry(entry.id);
          }}
        />
      )}
      {isEntryGone && <span className="text-sm text-ink-soft">{words.entryGone}</span>}
      {item && (
        <Way
          label={words.open(item.isArchived ? words.archived(item.title) : item.title, of)}
          text={item.isArchived ? words.archived(item.title) : item.title}
          onGo={() => reader.show({ source: { matterId, evidenceId: item.id }, title: item.title })}
        />
      )}
    </span>
  );
}

function Way({ label, text, onGo }: { label: string; text: string; onGo: () => void }) {
  return (
    <LinkButton label={label} onPress={onGo} className="max-w-full truncate text-sm">
      {text}
    </LinkButton>
  );
}
