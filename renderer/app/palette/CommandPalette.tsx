import { Ban, FileText, FolderOpen, History, Pin, ScrollText, SquareChevronRight } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Kbd, tooLong, useUnaskedHeld } from '../../ui/index.ts';
import { findBest } from './match.ts';
import { usePaletteItems, type PaletteItem, type PaletteKind } from './use-palette-items.ts';
import { textLimits } from '../../../shared/model/text-limits.ts';

interface Kind {
  readonly icon: ReactNode;
  readonly heading: string;
  readonly shownAtMost: number;
}

/** What is listed, in this order. */
const kinds: Readonly<Record<PaletteKind, Kind>> = {
  pinned: { icon: <Pin aria-hidden />, heading: 'Pinned', shownAtMost: 12 },
  recent: { icon: <History aria-hidden />, heading: 'Recently opened', shownAtMost: 5 },
  command: { icon: <SquareChevronRight aria-hidden />, heading: 'Commands', shownAtMost: 40 },
  entry: { icon: <ScrollText aria-hidden />, heading: 'Docket', shownAtMost: 12 },
  document: { icon: <FileText aria-hidden />, heading: 'Evidence', shownAtMost: 12 },
  matter: { icon: <FolderOpen aria-hidden />, heading: 'Matters', shownAtMost: 8 },
  unavailable: { icon: <Ban aria-hidden />, heading: 'Not available now', shownAtMost: 6 },
};
/** Offered before a word is typed; after that every document is, and these would be listed twice. */
const untyped: ReadonlySet<PaletteKind> = new Set(['pinned', 'recent']);

/** What answers the words, by kind; nothing of a kind that has no answer. */
function groupsOf(items: readonly PaletteItem[], query: string, onlyMatters: boolean) {
  const hasQuery = query.trim() !== '';
  return (Object.keys(kinds) as PaletteKind[])
    .filter((kind) => !(hasQuery ? untyped.has(kind) : kind === 'unavailable'))
    .map((kind) => ({
      kind,
      found: findBest(
        items.filter((item) => item.kind === kind),
        query,
        // Without a word typed, documents would bury the commands.
        hasQuery || kind === 'command' || untyped.has(kind) || onlyMatters ? kinds[kind].shownAtMost : 4,
      ),
    }))
    .filter(({ found }) => found.length > 0);
}

/** Does and finds everything from one line: commands with their keys, matters, documents, docket entries. */
export function CommandPalette({ onlyMatters, onClose }: { onlyMatters: boolean; onClose: () => void }) {
  useUnaskedHeld();
  const listId = useId();
  const noteId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const long = tooLong(query, textLimits.filter.words);
  const items = usePaletteItems(onlyMatters, long === null ? query.trim() : '');
  const groups = long === null ? groupsOf(items, query, onlyMatters) : [];
  const flat = groups.flatMap(({ found }) => found);
  const current = Math.min(active, flat.length - 1);

  const choose = (item: PaletteItem | undefined) => {
    if (!item) return;
    onClose();
    // After the palette has gone and focus is back where it was: what runs may open a dialog of its own.
    window.setTimeout(item.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: Math.min(current + 8, flat.length - 1),
      PageUp: Math.max(current - 8, 0),
    };
    const next = steps[event.key];
    if (next !== undefined && flat.length > 0) {
      event.preventDefault();
      const index = (next + flat.length) % flat.length;
      setActive(index);
      document.getElementById(`${listId}-${index}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(flat[current]);
    }
  };

  let index = -1;
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      data-modal-overlay
      className="fixed inset-0 z-40 flex items-start justify-center bg-scrim px-4 pt-[12vh]"
    >
      <Modal className="w-152 max-w-full outline-none">
        <Dialog
          aria-label={onlyMatters ? 'Switch matter' : 'Command palette'}
          className="flex max-h-[66vh] flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-pop outline-none"
        >
          <input
            autoFocus
            role="combobox"
            aria-expanded
            aria-controls={listId}
            aria-label={onlyMatters ? 'Find a matter' : 'Find a command, document or matter'}
            aria-autocomplete="list"
            aria-invalid={long !== null}
            aria-describedby={flat.length === 0 ? noteId : undefined}
            {...(flat.length > 0 && { 'aria-activedescendant': `${listId}-${current}` })}
            placeholder={onlyMatters ? 'Switch to a matter…' : 'Type a command, a document, a docket number…'}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
            spellCheck={false}
            className="h-12 shrink-0 border-b border-line bg-transparent px-4 text-lg outline-none"
          />
          <div
            id={listId}
            role="listbox"
            aria-label="Results"
            tabIndex={-1}
            className="min-h-0 overflow-y-auto p-1.5"
          >
            {groups.map(({ kind, found }) => (
              <div key={kind} role="group" aria-label={kinds[kind].heading}>
                <div aria-hidden className="px-2.5 pt-2 pb-1 text-sm font-medium text-ink-soft">
                  {kinds[kind].heading}
                </div>
                {found.map((item) => {
                  index += 1;
                  const at = index;
                  return (
                    <Option
                      key={item.id}
                      id={`${listId}-${at}`}
                      item={item}
                      isActive={at === current}
                      onPoint={() => setActive(at)}
                      onChoose={() => choose(item)}
                    />
                  );
                })}
              </div>
            ))}
          </div>
          {flat.length === 0 && (
            <p
              id={noteId}
              role="status"
              className={`px-4 pt-1 pb-4 ${long === null ? 'text-ink-soft' : 'text-danger-ink'}`}
            >
              {long ??
                (onlyMatters && query.trim() === ''
                  ? 'No other matter was opened lately.'
                  : 'Nothing matches.')}
            </p>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface OptionProps {
  readonly id: string;
  readonly item: PaletteItem;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function Option({ id, item: { kind, title, detail, keys }, isActive, onPoint, onChoose }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      onPointerMove={onPoint}
      onClick={onChoose}
      className="flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2.5 aria-selected:bg-selected [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-soft"
    >
      {kinds[kind].icon}
      <span className={`min-w-0 grow truncate ${kind === 'unavailable' ? 'text-ink-soft' : ''}`}>
        {title}
      </span>
      {detail && <span className="shrink-0 text-sm text-ink-soft">{detail}</span>}
      {keys && keys.length > 0 && <Kbd keys={keys} />}
    </div>
  );
}
