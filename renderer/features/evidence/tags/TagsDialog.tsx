import { useState } from 'react';
import type { EvidenceId, TagId } from '../../../../shared/model/common.ts';
import type { Tag } from '../../../../shared/model/evidence.ts';
import { QueryFallback } from '../../../client/index.ts';
import { Button, Checkbox, Dialog, buttonWords } from '../../../ui/index.ts';
import type { EvidenceActions } from '../use-evidence-actions.ts';
import { useSummary } from '../use-summary.ts';
import { tagWords as words } from '../words.ts';
import { ManageTagsDialog } from './ManageTagsDialog.tsx';
import { NewTag, useNewTag } from './NewTag.tsx';
import { TagDot, useTags } from './TagChips.tsx';

interface TagsDialogProps {
  readonly ids: readonly EvidenceId[];
  readonly actions: EvidenceActions;
  readonly onClose: () => void;
}

/** Puts tags and issue codes on the chosen items and takes them off, those that only some have shown as such. */
export function TagsDialog({ ids, actions, onClose }: TagsDialogProps) {
  const tags = useTags();
  const query = useSummary(ids);
  const summary = query.data;
  const [changes, setChanges] = useState<ReadonlyMap<TagId, boolean>>(new Map());
  const change = (id: TagId, isOn: boolean) => setChanges(new Map([...changes, [id, isOn]]));
  // One that was chosen here may have been deleted since.
  const chosen = (isOn: boolean) => tags.filter(({ id }) => changes.get(id) === isOn).map(({ id }) => id);
  const newTag = useNewTag();
  /** Tags are managed over this dialog: what is ticked and typed in it stays. */
  const [isManaging, setIsManaging] = useState(false);
  const submit = async () => {
    const made = await newTag.makeTyped();
    if (made === null) return;
    const [add, remove] = [[...chosen(true), ...made], chosen(false)];
    if (add.length + remove.length > 0) actions.assignTags(ids, { add, remove });
    onClose();
  };
  const counts = new Map(summary?.tags.map(({ tagId, items }) => [tagId, items]));
  return (
    <>
      <Dialog
        title={words.title(ids.length)}
        width="small"
        losesEntries
        onClose={onClose}
        footer={
          <>
            <Button variant="quiet" onPress={() => setIsManaging(true)}>
              {words.manage}
            </Button>
            <span className="grow" />
            <Button onPress={onClose}>{buttonWords.cancel}</Button>
            <Button variant="primary" isDisabled={newTag.isBusy} onPress={() => void submit()}>
              {words.apply}
            </Button>
          </>
        }
      >
        {summary ? (
          <div className="flex max-h-80 flex-col gap-3 overflow-y-auto">
            {(['tag', 'issue'] as const).map((kind) => (
              <TagList
                key={kind}
                title={kind === 'tag' ? words.tags : words.issues}
                tags={tags.filter((tag) => tag.kind === kind)}
                stateOf={({ id }) => {
                  const asked = changes.get(id);
                  const count = counts.get(id) ?? 0;
                  if (asked !== undefined) return asked ? 'all' : 'none';
                  return count === 0 ? 'none' : count < summary.items ? 'some' : 'all';
                }}
                onChange={change}
              />
            ))}
          </div>
        ) : (
          <QueryFallback query={query} />
        )}
        <NewTag form={newTag} onAdded={(id) => change(id, true)} />
      </Dialog>
      {isManaging && <ManageTagsDialog onClose={() => setIsManaging(false)} />}
    </>
  );
}

interface TagListProps {
  readonly title: string;
  readonly tags: readonly Tag[];
  readonly stateOf: (tag: Tag) => 'all' | 'some' | 'none';
  readonly onChange: (id: TagId, isOn: boolean) => void;
}

/** Tags of one kind, each on all, some or none of what is chosen. */
export function TagList({ title, tags, stateOf, onChange }: TagListProps) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{title}</legend>
      {tags.length === 0 && <p className="text-sm text-ink-soft">{words.none}</p>}
      {tags.map((tag) => {
        const state = stateOf(tag);
        return (
          <Checkbox
            key={tag.id}
            isSelected={state === 'all'}
            isIndeterminate={state === 'some'}
            onChange={(isOn) => onChange(tag.id, isOn)}
          >
            <span className="flex items-center gap-1.5">
              <TagDot color={tag.color} />
              <span className="wrap-anywhere">{tag.name}</span>
              {state === 'some' && <span className="text-sm text-ink-soft">{words.partly}</span>}
            </span>
          </Checkbox>
        );
      })}
    </fieldset>
  );
}
