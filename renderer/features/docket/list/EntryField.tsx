import { useState } from 'react';
import type { DocketEntryId } from '../../../../shared/model/common.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { useEngineQuery, useMatter } from '../../../client/index.ts';
import { LinkField } from '../../../ui/index.ts';
import { lineOfEntry } from '../docket-number.ts';
import { pickWords as words } from '../words.ts';
import { EntryPicker } from './EntryPicker.tsx';

interface EntryFieldProps {
  /** "Docket entry" where left out. */
  readonly label?: string;
  readonly entryId: DocketEntryId | null;
  readonly onChoose: (entry: DocketEntry) => void;
  /** Null where one must be chosen. */
  readonly onRemove: (() => void) | null;
  readonly error?: string | null;
}

/** A docket entry: chosen, shown by its number and words, and unlinked again. */
export function EntryField({
  label = words.entry,
  entryId,
  onChoose,
  onRemove,
  error = null,
}: EntryFieldProps) {
  const { id: matterId } = useMatter();
  const [isPicking, setIsPicking] = useState(false);
  const { data } = useEngineQuery('docket.list', entryId === null ? null : { matterId });
  const entry = data?.find(({ id }) => id === entryId);
  return (
    <>
      <LinkField
        label={label}
        chosen={entryId === null ? null : entry ? lineOfEntry(entry) : data ? words.gone : ''}
        none={words.none}
        choose={words.chooseEntry}
        onChoose={() => setIsPicking(true)}
        onRemove={onRemove}
        error={error}
      />
      {isPicking && (
        <EntryPicker
          title={words.pickEntry}
          onClose={() => setIsPicking(false)}
          onPick={(picked) => {
            onChoose(picked);
            setIsPicking(false);
          }}
        />
      )}
    </>
  );
}
