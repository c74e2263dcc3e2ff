import { X } from 'lucide-react';
import { useEffect, useId, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { IconButton } from '../../../ui/index.ts';
import { deskWords as words } from '../words.ts';
import type { DeskSide } from './desk.ts';

interface TabStripProps {
  readonly side: DeskSide;
  /** Whether the keyboard is on this side, where there are two. */
  readonly isFocused: boolean;
  readonly panelId: string;
  readonly onChoose: (id: number) => void;
  readonly onClose: (id: number) => void;
}

/** The documents of one side. Arrows go along them, Delete closes one, as a middle click does. */
export function TabStrip({ side, isFocused, panelId, onChoose, onClose }: TabStripProps) {
  const { tabs, activeId } = side;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const active = tabs.find((tab) => tab.id === activeId);
  useEffect(() => {
    list.current
      ?.querySelector('[aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [activeId, tabs.length]);
  const focusTab = (tabId: number) => document.getElementById(`${id}-${tabId}`)?.focus();
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === activeId);
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const next = tabs[moves[event.key] ?? -1];
    if (next && !event.ctrlKey && !event.altKey && !event.metaKey) {
      onChoose(next.id);
      focusTab(next.id);
    } else if (event.key === 'Delete') {
      const after = tabs[at + 1] ?? tabs[at - 1];
      onClose(activeId);
      if (after) requestAnimationFrame(() => focusTab(after.id));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const tabAt = (event: MouseEvent) =>
    Number((event.target as Element).closest<HTMLElement>('[data-tab]')?.dataset['tab'] ?? 0);
  return (
    <div
      className={`relative flex h-8 shrink-0 items-stretch border-b border-line bg-frame ${
        isFocused
          ? 'after:pointer-events-none after:absolute after:inset-x-0 after:top-0 after:h-0.5 after:bg-accent'
          : ''
      }`}
    >
      <div
        ref={list}
        role="tablist"
        aria-label={words.tabs}
        className="flex min-w-0 grow items-stretch overflow-x-auto [scrollbar-width:none]"
        onKeyDown={onKeyDown}
        onAuxClick={(event) => {
          if (event.button === 1 && tabAt(event) !== 0) onClose(tabAt(event));
        }}
        // The middle button would begin to scroll.
        onMouseDown={(event) => event.button === 1 && event.preventDefault()}
      >
        {tabs.map((tab) => {
          const title = tab.document?.title ?? words.newTab;
          const isActive = tab.id === activeId;
          return (
            <button
              key={tab.id}
              id={`${id}-${tab.id}`}
              type="button"
              role="tab"
              data-tab={tab.id}
              aria-selected={isActive}
              aria-controls={panelId}
              tabIndex={isActive ? 0 : -1}
              title={title}
              className={`group/tab flex max-w-52 min-w-24 shrink-0 items-center gap-1 border-r border-line px-2.5 text-left text-sm outline-offset-[-2px] ${
                isActive ? 'bg-surface font-medium text-ink' : 'text-ink-soft hover:bg-hover hover:text-ink'
              }`}
              onClick={(event) =>
                (event.target as Element).closest('[data-close]') ? onClose(tab.id) : onChoose(tab.id)
              }
            >
              <span dir="auto" className="min-w-0 grow truncate text-left">
                {title}
              </span>
              {/* For the pointer; the keyboard has Delete, and the button at the end. */}
              <span
                aria-hidden
                data-close
                className="-mr-1.5 flex size-6 shrink-0 items-center justify-center rounded-sm opacity-0 group-hover/tab:opacity-100 hover:bg-pressed"
              >
                <X className="size-3.5" />
              </span>
            </button>
          );
        })}
      </div>
      {active && (
        <div className="flex items-center px-1">
          <IconButton
            size="small"
            label={words.close(active.document?.title ?? words.newTab)}
            icon={<X />}
            onPress={() => onClose(active.id)}
          />
        </div>
      )}
    </div>
  );
}
