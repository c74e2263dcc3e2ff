import { useEffect, useState } from 'react';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import { useEngineQuery, useMatter } from '../../../client/index.ts';
import { TextArea, tooLong } from '../../../ui/index.ts';
import { codingWords as words } from '../words.ts';
import type { CodeItem } from './code-item.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** The description of what is withheld. It is stored when the field is left. */
export function PrivilegeNote({ item, act }: { item: EvidenceItem; act: CodeItem }) {
  const { id: matterId } = useMatter();
  const { data } = useEngineQuery('review.codings', { matterId, evidenceId: item.id });
  const stored = data?.codes.privilegeNote;
  const [typed, setTyped] = useState<string | null>(null);
  // What is stored is shown again once the item or its note is another.
  useEffect(() => setTyped(null), [item.id, stored]);
  if (stored === undefined) return null;
  const value = typed ?? stored;
  const store = () => {
    if (typed !== null && typed.trim() !== stored && tooLong(typed, textLimits.review.privilegeNote) === null)
      act.setPrivilegeNote(typed.trim());
  };
  return (
    <div
      className="mt-1.5"
      onBlur={store}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          setTyped(null);
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) store();
      }}
    >
      <TextArea
        label={words.privilegeNote}
        rows={2}
        value={value}
        onChange={setTyped}
        isDisabled={!act.isEnabled}
        maxLength={textLimits.review.privilegeNote}
        description={value.trim() === '' ? words.privilegeNoteNeeded : words.privilegeNoteHelp}
      />
    </div>
  );
}
