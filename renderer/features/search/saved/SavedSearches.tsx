import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { SavedSearch, SearchOptions } from '../../../../shared/model/search.ts';
import { useEngineMutation, useEngineQuery, useMatter } from '../../../client/index.ts';
import { Dialog, IconButton, TextField, buttonWords } from '../../../ui/index.ts';
import { savedWords as words } from '../words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

interface NameDialogProps {
  readonly title: string;
  readonly query: string;
  readonly firstName: string;
  readonly isBusy: boolean;
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

function NameDialog({ title, query, firstName, isBusy, onSave, onClose }: NameDialogProps) {
  const [name, setName] = useState(firstName);
  const clean = name.trim();
  return (
    <Dialog
      title={title}
      width="small"
      onClose={onClose}
      onSubmit={() => onSave(clean)}
      submitLabel={buttonWords.save}
      canSubmit={clean !== '' && !isBusy}
    >
      <TextField
        label={words.name}
        value={name}
        onChange={setName}
        maxLength={textLimits.search.name}
        autoFocus
      />
      <p className="text-ink-soft">
        {words.query}: <span className="font-mono text-sm break-words">{query}</span>
      </p>
    </Dialog>
  );
}

/** Asks for a name and keeps the search under it. */
export function SaveDialog(props: { query: string; options: SearchOptions; onClose: () => void }) {
  const { query, options, onClose } = props;
  const add = useEngineMutation('search.saved.add', {
    undoMessage: ({ name }) => words.saved(name),
    onSuccess: onClose,
  });
  return (
    <NameDialog
      title={words.title}
      query={query}
      firstName={query.slice(0, textLimits.search.name)}
      isBusy={add.isPending}
      onSave={(name) => add.mutate({ fields: { name, query: query.trim(), options } })}
      onClose={onClose}
    />
  );
}

/** The saved searches of the matter, to be renamed and deleted. */
export function ManageDialog({ onClose }: { onClose: () => void }) {
  const { id: matterId } = useMatter();
  const saved = useEngineQuery('search.saved.list', { matterId }).data ?? [];
  const [renamed, setRenamed] = useState<SavedSearch | null>(null);
  const rename = useEngineMutation('search.saved.update', {
    undoMessage: ({ name }) => words.renamed(name),
    onSuccess: () => setRenamed(null),
  });
  const remove = useEngineMutation('search.saved.delete', { undoMessage: () => words.removed });
  if (renamed)
    return (
      <NameDialog
        title={words.renameTitle}
        query={renamed.query}
        firstName={renamed.name}
        isBusy={rename.isPending}
        onSave={(name) => rename.mutate({ id: renamed.id, fields: { name } })}
        onClose={() => setRenamed(null)}
      />
    );
  return (
    <Dialog title={words.manageTitle} onClose={onClose}>
      {saved.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      <ul className="flex flex-col">
        {saved.map((search) => (
          <li key={search.id} className="flex items-center gap-2 border-b border-line py-1 last:border-b-0">
            <span className="flex min-w-0 grow flex-col">
              <span className="truncate">{search.name}</span>
              <span className="truncate font-mono text-sm text-ink-soft">{search.query}</span>
            </span>
            <IconButton
              size="small"
              label={words.rename(search.name)}
              icon={<Pencil />}
              onPress={() => setRenamed(search)}
            />
            <IconButton
              size="small"
              label={words.remove(search.name)}
              icon={<Trash2 />}
              onPress={() => remove.mutate({ id: search.id })}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
