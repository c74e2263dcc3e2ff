import { useState } from 'react';
import type { TagId } from '../../../../shared/model/common.ts';
import type { NoteRow } from '../../../../shared/model/notes.ts';
import { Button, Dialog, buttonWords } from '../../../ui/index.ts';
import { NewTag, TagList, useNewTag, useTags } from '../../evidence/index.ts';
import type { NoteActions } from '../use-note-actions.ts';
import { tagsWords as words, words as areaWords } from '../words.ts';

interface NoteTagsDialogProps {
  readonly notes: readonly NoteRow[];
  readonly actions: NoteActions;
  readonly onClose: () => void;
}

/** Puts tags and issue codes on the chosen notes and takes them off, those that only some have shown as such. */
export function NoteTagsDialog({ notes, actions, onClose }: NoteTagsDialogProps) {
  const tags = useTags();
  const [changes, setChanges] = useState<ReadonlyMap<TagId, boolean>>(new Map());
  const change = (id: TagId, isOn: boolean) => setChanges(new Map([...changes, [id, isOn]]));
  const chosen = (isOn: boolean) => [...changes].filter(([, on]) => on === isOn).map(([id]) => id);
  const newTag = useNewTag();
  const submit = async () => {
    const made = await newTag.makeTyped();
    if (made === null) return;
    const [addTagIds, removeTagIds] = [[...chosen(true), ...made], chosen(false)];
    if (addTagIds.length + removeTagIds.length > 0) actions.update(notes, { addTagIds, removeTagIds });
    onClose();
  };
  return (
    <Dialog
      title={words.title(notes.length)}
      width="small"
      losesEntries
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{buttonWords.cancel}</Button>
          <Button variant="primary" isDisabled={newTag.isBusy} onPress={() => void submit()}>
            {words.apply}
          </Button>
        </>
      }
    >
      <div className="flex max-h-80 flex-col gap-3 overflow-y-auto">
        {(['tag', 'issue'] as const).map((kind) => (
          <TagList
            key={kind}
            title={kind === 'tag' ? areaWords.tags : areaWords.issues}
            tags={tags.filter((tag) => tag.kind === kind)}
            stateOf={({ id }) => {
              const asked = changes.get(id);
              if (asked !== undefined) return asked ? 'all' : 'none';
              const bearing = notes.filter(({ tagIds }) => tagIds.includes(id)).length;
              return bearing === 0 ? 'none' : bearing < notes.length ? 'some' : 'all';
            }}
            onChange={change}
          />
        ))}
      </div>
      <NewTag form={newTag} onAdded={(id) => change(id, true)} />
    </Dialog>
  );
}
