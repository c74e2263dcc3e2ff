import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { CommandId } from '../../../shared/contract/commands.ts';
import type { CodingKeyId } from '../../../shared/domain/shortcuts/coding-keys.ts';
import { useChangedKeys, useHasSingleKeys } from '../../client/index.ts';
import { updateSettings } from '../../features/settings/index.ts';
import { Button, Checkbox, ConfirmDialog, Dialog, Kbd, SearchField, buttonWords } from '../../ui/index.ts';
import { KeyDialog } from './KeyDialog.tsx';
import { narrowGroups, sheetGroups, type SheetLine } from './sheet-groups.ts';
import { keyboardWords as words } from './words.ts';

/** Every key there is, on one sheet: found by what it does or by the key, and changed there. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const changed = useChangedKeys();
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useState<CommandId | CodingKeyId | null>(null);
  const [isResetting, setIsResetting] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const hasSingleKeys = useHasSingleKeys();
  const groups = useMemo(
    () => sheetGroups(changed, window.forthwith.platform, hasSingleKeys),
    [changed, hasSingleKeys],
  );
  const narrowed = useDeferredValue(query);
  const found = useMemo(() => narrowGroups(groups, narrowed), [groups, narrowed]);
  const countOf = (list: typeof groups) => list.reduce((sum, { lines }) => sum + lines.length, 0);
  const changes = groups.flatMap(({ lines }) => lines).filter(({ isChanged }) => isChanged).length;

  return (
    <Dialog
      title={words.title}
      width="large"
      onClose={onClose}
      footer={
        <>
          <span className="mr-auto">
            <Button onPress={() => setIsResetting(true)}>{words.resetAll}</Button>
          </span>
          <Button variant="primary" onPress={onClose}>
            {buttonWords.close}
          </Button>
        </>
      }
    >
      <div className="sticky top-0 z-10 -mx-1 flex items-center gap-3 bg-raised px-1 pb-1">
        <SearchField label={words.find} value={query} onChange={setQuery} inputRef={field} />
        <p role="status" className="shrink-0 text-sm text-ink-soft tabular-nums">
          {found.length === 0 ? words.nothing : words.found(countOf(found), countOf(groups))}
        </p>
      </div>
      <div className="-mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-sm text-ink-soft">{words.hint}</p>
        <Checkbox isSelected={hasSingleKeys} onChange={(isOn) => updateSettings({ hasSingleKeys: isOn })}>
          {words.singleKeys}
        </Checkbox>
      </div>
      <div className="min-h-64 sm:columns-2 sm:gap-8" tabIndex={0} role="region" aria-label={words.title}>
        {found.map(({ title, lines }) => (
          <section key={title} className="mb-4 break-inside-avoid-column">
            <h3 className="mb-1 font-semibold">{title}</h3>
            <ul>
              {lines.map((line) => (
                <Line key={line.title} line={line} onChange={setAsked} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {asked !== null && (
        <KeyDialog
          id={asked}
          changed={changed}
          onClose={() => setAsked(null)}
          onSave={(shortcuts) => {
            updateSettings({ shortcuts });
            setAsked(null);
          }}
        />
      )}
      {isResetting && (
        <ConfirmDialog
          title={words.resetAllTitle}
          confirmLabel={words.resetAllConfirm}
          onClose={() => setIsResetting(false)}
          onConfirm={() => {
            updateSettings({ shortcuts: {} });
            setIsResetting(false);
          }}
        >
          {words.resetAllBody(changes)}
        </ConfirmDialog>
      )}
    </Dialog>
  );
}

function Line({ line, onChange }: { line: SheetLine; onChange: (id: CommandId | CodingKeyId) => void }) {
  const { id, title, keys, isChanged } = line;
  const shown = keys.length > 0 ? <Kbd keys={keys} /> : <span className="text-xs">{words.noKey}</span>;
  return (
    <li className="flex min-h-6.5 items-center justify-between gap-3 border-b border-line/60 last:border-0">
      <span>
        {title}
        {isChanged && <span className="ml-1.5 text-xs text-accent-text">{words.changed}</span>}
      </span>
      {id === null ? (
        <span className="px-1.5">{shown}</span>
      ) : (
        <button
          type="button"
          onClick={() => onChange(id)}
          className="flex min-h-6 min-w-6 shrink-0 cursor-default items-center rounded-md px-1.5 text-ink-soft hover:bg-hover active:bg-pressed"
        >
          <span className="sr-only">{words.change(title, keys.join('+') || words.noKey)}</span>
          <span aria-hidden>{shown}</span>
        </button>
      )}
    </li>
  );
}
