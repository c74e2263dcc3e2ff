import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { TagId } from '../../../../shared/model/common.ts';
import type { Tag, TagColor } from '../../../../shared/model/evidence.ts';
import { messageOf, useEngineMutation } from '../../../client/index.ts';
import { Button, Select, TextField, optionsOf, tooLong, useUnkept } from '../../../ui/index.ts';
import { tagWords as words } from '../words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** A tag that is about to be made. */
export interface NewTagForm {
  readonly fields: Pick<Tag, 'name' | 'kind' | 'color'>;
  readonly set: (patch: Partial<NewTagForm['fields']>) => void;
  /** Why its name was refused. */
  readonly error: string | null;
  readonly isBusy: boolean;
  /**
   * Makes the tag whose name is in the field: a user who continues without adding it wanted it anyway.
   *
   * @returns its id; an empty list where no name was typed; null where it was refused, which is shown at its name
   */
  readonly makeTyped: () => Promise<readonly TagId[] | null>;
}

/** The fields of a tag that is being made, and a way to make it. */
export function useNewTag(): NewTagForm {
  const [fields, setFields] = useState<NewTagForm['fields']>({ name: '', kind: 'tag', color: 'blue' });
  const add = useEngineMutation('evidence.tag.add', { errors: 'inline' });
  const name = fields.name.trim();
  useUnkept(name !== '');
  return {
    fields,
    set: (patch) => {
      setFields((before) => ({ ...before, ...patch }));
      add.reset();
    },
    error: add.error ? messageOf(add.error) : null,
    isBusy: add.isPending,
    makeTyped: async () => {
      if (name === '') return [];
      if (tooLong(name, textLimits.evidence.tag) !== null) return null;
      try {
        const { id } = await add.mutateAsync({ fields: { ...fields, name } });
        setFields((before) => ({ ...before, name: '' }));
        return [id];
      } catch {
        // Shown at the name.
        return null;
      }
    },
  };
}

/** Makes a tag where it is needed: Enter adds it and puts it on. */
export function NewTag({ form, onAdded }: { form: NewTagForm; onAdded: (id: TagId) => void }) {
  const { fields, set, error, isBusy, makeTyped } = form;
  return (
    <form
      className="grid grid-cols-[1fr_1fr_auto] items-end gap-2 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        void makeTyped().then((made) => made?.forEach(onAdded));
      }}
    >
      <div className="col-span-3">
        <TextField
          label={words.newName}
          value={fields.name}
          onChange={(name) => set({ name })}
          error={error}
          maxLength={textLimits.evidence.tag}
          autoFocus
        />
      </div>
      <Select
        label={words.kind}
        value={fields.kind}
        onChange={(kind) => set({ kind })}
        options={[
          { value: 'tag', label: words.tag },
          { value: 'issue', label: words.issue },
        ]}
      />
      <ColorSelect value={fields.color} onChange={(color) => set({ color })} />
      <Button type="submit" icon={<Plus aria-hidden />} isDisabled={fields.name.trim() === '' || isBusy}>
        {words.create}
      </Button>
    </form>
  );
}

/** One of the colors a tag can have. */
export function ColorSelect(props: {
  value: TagColor;
  onChange: (color: TagColor) => void;
  isLabelHidden?: boolean;
}) {
  const { value, onChange, isLabelHidden = false } = props;
  return (
    <Select
      label={words.color}
      isLabelHidden={isLabelHidden}
      value={value}
      onChange={onChange}
      options={optionsOf(words.colors)}
    />
  );
}
