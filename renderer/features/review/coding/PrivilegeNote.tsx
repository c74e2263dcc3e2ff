import { useState } from 'react';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import { useEngineQuery, useMatter } from '../../../client/index.ts';
import { TextArea, tooLong, useOnLeave, useUnkept } from '../../../ui/index.ts';
import { codingWords as words } from '../words.ts';
import type { CodeItem } from './code-item.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** The description of what is withheld. It is stored when the field is left, or the item. Another item is another field: give it a key. */
export function PrivilegeNote({ item, act }: { item: EvidenceItem; act: CodeItem }) {
  const { id: matterId } = useMatter();
  const { data } = useEngineQuery('review.codings', { matterId, evidenceId: item.id });
  const stored = data?.codes.privilegeNote;
  const [typed, setTyped] = useState<string | null>(null);
  const [sent, setSent] = useState<string | null>(null);
  // What was typed here and has been stored is shown as stored, so that Undo is visible; what is typed and not stored stays.
  if (sent !== null && stored === sent) {
    setSent(null);
    if (typed?.trim() === sent) setTyped(null);
  }
  const most = textLimits.review.privilegeNote;
  const keep = (text: string | null) => {
    if (text === null || text === stored) return;
    setSent(text);
    act.setPrivilegeNote(text);
  };
  const store = () => keep(typed === null || tooLong(typed, most) !== null ? null : typed.trim());
  useUnkept(typed !== null && tooLong(typed, most) !== null);
  // The field's text is stored when it is left, as much as fits; nothing else would store it.
  useOnLeave(() => {
    const text = typed === null ? null : typed.trim().slice(0, most);
    if (text !== sent) keep(text);
  });
  if (stored === undefined) return null;
  const value = typed ?? stored;
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
        maxLength={most}
        description={value.trim() === '' ? words.privilegeNoteNeeded : words.privilegeNoteHelp}
      />
    </div>
  );
}
