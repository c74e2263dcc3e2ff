import { Trash2 } from 'lucide-react';
import type { Tag } from '../../../../shared/model/evidence.ts';
import { useEngineMutation, useMatter } from '../../../client/index.ts';
import { Dialog, IconButton, InlineField } from '../../../ui/index.ts';
import { tagWords as words } from '../words.ts';
import { ColorSelect } from './NewTag.tsx';
import { TagDot, useTags } from './TagChips.tsx';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** Renames, recolors and deletes tags and issue codes; each can be undone. */
export function ManageTagsDialog({ onClose }: { onClose: () => void }) {
  const tags = useTags();
  return (
    <Dialog title={words.manageTitle} onClose={onClose}>
      {(['tag', 'issue'] as const).map((kind) => {
        const own = tags.filter((tag) => tag.kind === kind);
        return (
          <section key={kind} aria-label={kind === 'tag' ? words.tags : words.issues}>
            <h3 className="mb-1 font-semibold">{kind === 'tag' ? words.tags : words.issues}</h3>
            {own.length === 0 && <p className="text-sm text-ink-soft">{words.noneOf}</p>}
            <ul className="flex flex-col gap-1.5">
              {own.map((tag) => (
                <ManagedTag key={tag.id} tag={tag} />
              ))}
            </ul>
          </section>
        );
      })}
    </Dialog>
  );
}

function ManagedTag({ tag }: { tag: Tag }) {
  const { isReadOnly } = useMatter();
  const update = useEngineMutation('evidence.tag.update', { undoMessage: () => words.renamed });
  const remove = useEngineMutation('evidence.tag.delete', { undoMessage: () => words.deleted(tag.name) });
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)_8rem_5rem_auto] items-center gap-2.5">
      <TagDot color={tag.color} />
      <InlineField
        label={words.name}
        isLabelHidden
        value={tag.name}
        placeholder=""
        maxLength={textLimits.evidence.tag}
        isRequired
        isReadOnly={isReadOnly}
        onCommit={(name) => update.mutate({ id: tag.id, fields: { name } })}
      />
      <ColorSelect
        isLabelHidden
        value={tag.color}
        onChange={(color) => update.mutate({ id: tag.id, fields: { color } })}
      />
      <span className="text-right text-sm text-ink-soft tabular-nums">{words.items(tag.items)}</span>
      <IconButton
        size="small"
        label={words.delete(tag.name)}
        icon={<Trash2 />}
        changesMatter
        onPress={() => remove.mutate({ id: tag.id })}
      />
    </li>
  );
}
