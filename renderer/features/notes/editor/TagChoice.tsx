import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { TagId } from '../../../../shared/model/common.ts';
import { Button, showToast, toggled, useOnLeave } from '../../../ui/index.ts';
import { NewTag, TagChips, TagList, useNewTag, useTags } from '../../evidence/index.ts';
import { editorWords as words, words as areaWords } from '../words.ts';

interface TagChoiceProps {
  readonly value: readonly TagId[];
  readonly onChange: (ids: TagId[]) => void;
  readonly isReadOnly: boolean;
}

/** Tags and issue codes of one note: those it has, and all others behind a button. */
export function TagChoice({ value, onChange, isReadOnly }: TagChoiceProps) {
  const tags = useTags();
  const [isOpen, setIsOpen] = useState(false);
  const [isNew, setIsNew] = useState(false);
  const newTag = useNewTag();
  const typed = newTag.fields.name.trim();
  useOnLeave(() => {
    if (typed !== '') showToast({ tone: 'notice', message: words.tagNotAdded(typed) });
  });
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-start gap-2">
        <span className="text-sm leading-6 font-medium">{words.tags}</span>
        <span className="min-w-0 grow">
          {value.length > 0 ? (
            <TagChips ids={[...value]} isWrapped />
          ) : (
            <span className="text-sm leading-6 text-ink-soft">{words.noTags}</span>
          )}
        </span>
        {!isReadOnly && (
          <Button size="small" aria-expanded={isOpen} onPress={() => setIsOpen((is) => !is)}>
            {areaWords.tagsShort}
          </Button>
        )}
      </div>
      {isOpen && (
        <div className="flex max-h-44 flex-col gap-2 overflow-y-auto rounded-md border border-line p-2">
          {(['tag', 'issue'] as const).map((kind) => (
            <TagList
              key={kind}
              title={kind === 'tag' ? areaWords.tags : areaWords.issues}
              tags={tags.filter((tag) => tag.kind === kind)}
              stateOf={({ id }) => (value.includes(id) ? 'all' : 'none')}
              onChange={(id) => onChange(toggled(value, id))}
            />
          ))}
        </div>
      )}
      {isOpen &&
        (isNew ? (
          <NewTag form={newTag} onAdded={(id) => onChange([...value, id])} />
        ) : (
          <Button size="small" variant="quiet" icon={<Plus />} onPress={() => setIsNew(true)}>
            {words.newTag}
          </Button>
        ))}
    </div>
  );
}
