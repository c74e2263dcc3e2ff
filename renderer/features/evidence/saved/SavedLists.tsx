import { BookmarkPlus, ListChecks, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ListView } from '../../../../shared/model/evidence.ts';
import { useEngineMutation, useEngineQuery, useMatter } from '../../../client/index.ts';
import {
  Button,
  Dialog,
  IconButton,
  InlineField,
  MenuButton,
  TextField,
  buttonWords,
} from '../../../ui/index.ts';
import { noFilter, type EvidenceView } from '../list/evidence-view.ts';
import { savedWords as words } from '../words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

interface SavedListsProps {
  readonly view: EvidenceView;
  readonly onChange: (patch: Partial<EvidenceView>) => void;
}

/** Saved lists: choosing one sets the list up as it was, and the present one can be saved. */
export function SavedLists({ view, onChange }: SavedListsProps) {
  const { id: matterId, isReadOnly } = useMatter();
  const saved = useEngineQuery('evidence.view.list', { matterId }).data ?? [];
  const [isOpen, setIsOpen] = useState(false);
  const choose = ({ filter: { words: typed, ...filter }, sort, isDescending, grouping }: ListView) =>
    onChange({ words: typed, filter, sort, isDescending, grouping, folded: [] });
  return (
    <>
      <MenuButton
        label={words.title}
        items={[
          ...saved.map((each) => ({
            id: each.id,
            label: each.name,
            ...(isSame(each, view) && { description: words.isShown }),
            onAction: () => choose(each),
          })),
          ...(saved.length > 0 ? (['separator'] as const) : []),
          { id: 'whole', label: words.whole, onAction: () => onChange({ words: '', filter: noFilter }) },
          {
            id: 'manage',
            label: words.manage,
            isDisabled: isReadOnly,
            onAction: () => setIsOpen(true),
          },
        ]}
      >
        <IconButton label={words.title} icon={<ListChecks />} />
      </MenuButton>
      {isOpen && (
        <SavedListsDialog saved={saved} view={view} onChoose={choose} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}

interface SavedListsDialogProps {
  readonly saved: readonly ListView[];
  readonly view: EvidenceView;
  readonly onChoose: (saved: ListView) => void;
  readonly onClose: () => void;
}

/** Saves the list as it is; renames, updates and deletes saved ones. */
function SavedListsDialog({ saved, view, onChoose, onClose }: SavedListsDialogProps) {
  const [name, setName] = useState('');
  const clean = name.trim();
  const add = useEngineMutation('evidence.view.add', {
    undoMessage: (kept) => words.saved(kept.name),
    onSuccess: onClose,
  });
  const update = useEngineMutation('evidence.view.update', {
    undoMessage: (kept) => words.changed(kept.name),
  });
  const remove = useEngineMutation('evidence.view.delete', { undoMessage: () => words.removed });
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSubmit={() => {
        if (clean !== '') add.mutate({ fields: { name: clean, ...stateOf(view) } });
      }}
      footer={<Button onPress={onClose}>{buttonWords.close}</Button>}
    >
      <div className="flex items-end gap-2">
        <div className="min-w-0 grow">
          <TextField
            label={words.name}
            value={name}
            onChange={setName}
            maxLength={textLimits.evidence.list}
            autoFocus
          />
        </div>
        <Button
          type="submit"
          variant="primary"
          icon={<BookmarkPlus />}
          isDisabled={clean === '' || add.isPending}
        >
          {buttonWords.save}
        </Button>
      </div>
      {saved.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      <ul className="flex flex-col">
        {saved.map((each) => (
          <li key={each.id} className="flex items-center gap-2 border-b border-line py-1 last:border-b-0">
            <span className="grid min-w-0 grow">
              <InlineField
                label={words.rename(each.name)}
                isLabelHidden
                value={each.name}
                placeholder={words.name}
                maxLength={textLimits.evidence.list}
                isRequired
                onCommit={(next) => update.mutate({ id: each.id, fields: { name: next } })}
              />
            </span>
            <Button
              size="small"
              aria-label={words.showNamed(each.name)}
              onPress={() => {
                onChoose(each);
                onClose();
              }}
            >
              {words.show}
            </Button>
            <IconButton
              size="small"
              label={words.renew(each.name)}
              icon={<RefreshCw />}
              isDisabled={isSame(each, view)}
              onPress={() => update.mutate({ id: each.id, fields: stateOf(view) })}
            />
            <IconButton
              size="small"
              label={words.remove(each.name)}
              icon={<Trash2 />}
              onPress={() => remove.mutate({ id: each.id })}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** The part of a list that is saved: what it shows and in which order, not how wide its columns are. */
function stateOf({ words: typed, filter, sort, isDescending, grouping }: EvidenceView) {
  return { filter: { ...noFilter, ...filter, words: typed }, sort, isDescending, grouping };
}

function isSame({ filter, sort, isDescending, grouping }: ListView, view: EvidenceView): boolean {
  const own = stateOf(view);
  const keys = Object.keys(own.filter) as (keyof typeof own.filter)[];
  return (
    sort === own.sort &&
    isDescending === own.isDescending &&
    grouping === own.grouping &&
    keys.every((key) => JSON.stringify(filter[key]) === JSON.stringify(own.filter[key]))
  );
}
