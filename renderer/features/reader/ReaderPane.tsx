import { BookOpenText, X } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { showError, useCommand, useViewState, type ReaderTarget } from '../../client/index.ts';
import { EmptyState, IconButton, SplitPane, useFocusKept } from '../../ui/index.ts';
import {
  activeTab,
  chooseTab,
  closeTab,
  focusSide,
  joinDesk,
  moveToOther,
  openEmptyTab,
  splitDesk,
  stepTab,
  type Desk,
} from './desk/desk.ts';
import { DeskPlaceContext, type DeskActions, type DeskPlace } from './desk/side-context.ts';
import { TabStrip } from './desk/TabStrip.tsx';
import { useDesk } from './desk/use-desk.ts';
import { usePresenting } from './desk/use-presenting.ts';
import { DocumentView } from './DocumentView.tsx';
import { useSize } from './pages/use-size.ts';
import { keptOf } from './sources.ts';
import { deskWords as words, toolWords } from './words.ts';

/**
 * The open documents: in tabs, on one side or on two.
 *
 * @param isKept whether they are remembered in the matter; a window for one document remembers none
 */
export function ReaderPane({ isKept = true }: { readonly isKept?: boolean }) {
  const open = useDesk(isKept);
  useFocusKept();
  return <div className="h-full min-h-0 bg-paper-ground">{open && <OpenDesk {...open} />}</div>;
}

const remembered = { beside: 0, below: 0 };

function OpenDesk({ desk, requestOf, act }: NonNullable<ReturnType<typeof useDesk>>) {
  const container = useRef<HTMLDivElement>(null);
  const size = useSize(container);
  const [sizes, keepSizes] = useViewState('reader.split', remembered);
  const { sides, split } = desk;
  const front = activeTab(desk);
  const presenting = usePresenting(container, Boolean(front?.document));
  const actions = useDeskActions(desk, act, presenting.begin);
  const isPresenting = presenting.isOn;
  const draw = (side: 0 | 1) => (
    <Side
      desk={desk}
      side={side}
      request={requestOf(desk.sides[side]?.activeId ?? 0)}
      actions={actions}
      isPresenting={isPresenting}
      act={act}
    />
  );
  const extent = split === 'beside' ? size.width : size.height;
  return (
    <div
      ref={container}
      {...(isPresenting && {
        role: 'dialog',
        'aria-modal': true,
        'aria-label': toolWords.presenting(front?.document?.title ?? ''),
      })}
      className={isPresenting ? 'fixed inset-0 z-30 bg-paper-ground' : 'relative h-full min-h-0'}
      onKeyDown={(event) => {
        if (!isPresenting || event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        presenting.end();
      }}
    >
      <SplitPane
        label={split === 'beside' ? words.width : words.height}
        axis={split === 'beside' ? 'x' : 'y'}
        sized="end"
        // Documents keep their state when the other side opens and closes.
        hidden={sides.length === 1 ? 'end' : isPresenting ? (desk.focused === 0 ? 'end' : 'start') : null}
        size={sizes[split] || Math.round(extent / 2)}
        onSizeChange={(next) => keepSizes({ [split]: next })}
        minSize={160}
        maxSize={4_000}
        defaultSize={Math.round(extent / 2)}
        minRest={160}
        start={draw(0)}
        end={sides.length === 2 && draw(1)}
      />
      {isPresenting && (
        <div className="absolute top-2 right-2 z-20 rounded-md bg-surface opacity-60 focus-within:opacity-100 hover:opacity-100">
          <IconButton
            label={toolWords.leavePresent}
            icon={<X />}
            shortcut={['Esc']}
            onPress={presenting.end}
          />
        </div>
      )}
    </div>
  );
}

/** Answers the commands that move documents about. */
function useDeskActions(
  desk: Desk,
  act: (change: (desk: Desk) => Desk) => void,
  present: () => void,
): DeskActions {
  const front = activeTab(desk);
  const source = front?.document?.source;
  const hasTabs = front !== null;
  const hasOthers = (desk.sides[desk.focused]?.tabs.length ?? 0) > 1;
  const isSplit = desk.sides.length === 2;
  const actions = useMemo<DeskActions>(
    () => ({
      newTab: () => act(openEmptyTab),
      split: (how) => act((before) => splitDesk(before, how)),
      join: () => act(joinDesk),
      move: () => act(moveToOther),
      openWindow: () => {
        if (!source) return;
        const page = (keptOf(source).place?.page ?? 0) + 1;
        window.forthwith.openReaderWindow(source, page).catch(showError);
      },
      present,
    }),
    [act, source, present],
  );
  useCommand('reader.newTab', actions.newTab, { isEnabled: hasTabs });
  useCommand('reader.closeTab', () => act((before) => closeActive(before)), { isEnabled: hasTabs });
  useCommand('reader.nextTab', () => act((before) => stepTab(before, 1)), { isEnabled: hasOthers });
  useCommand('reader.previousTab', () => act((before) => stepTab(before, -1)), { isEnabled: hasOthers });
  useCommand('reader.splitBeside', () => actions.split('beside'), { isEnabled: hasTabs });
  useCommand('reader.splitBelow', () => actions.split('below'), { isEnabled: hasTabs });
  useCommand('reader.join', actions.join, { isEnabled: isSplit });
  useCommand('reader.moveToOther', actions.move, { isEnabled: isSplit || desk.sides[0].tabs.length > 1 });
  useCommand('reader.newWindow', actions.openWindow, { isEnabled: source !== undefined });
  useCommand('reader.present', present, { isEnabled: source !== undefined });
  return actions;
}

function closeActive(desk: Desk): Desk {
  const tab = activeTab(desk);
  return tab ? closeTab(desk, desk.focused, tab.id) : desk;
}

interface SideProps {
  readonly desk: Desk;
  readonly side: 0 | 1;
  readonly request: ReaderTarget | undefined;
  readonly actions: DeskActions;
  readonly isPresenting: boolean;
  readonly act: (change: (desk: Desk) => Desk) => void;
}

/** One side of the desk: its tabs, and the document in front. */
function Side({ desk, side, request, actions, isPresenting, act }: SideProps) {
  const { tabs, activeId } = desk.sides[side] ?? desk.sides[0];
  const tab = activeTab(desk, side);
  const isSplit = desk.sides.length === 2 && !isPresenting;
  const isFocused = desk.focused === side;
  const element = useRef<HTMLDivElement>(null);
  const panelId = useId();
  const place = useMemo<DeskPlace>(
    () => ({ isFocused, isSplit, isPresenting, actions }),
    [isFocused, isSplit, isPresenting, actions],
  );
  useFocusThroughTabs(element, activeId, isFocused);
  const hasStrip = (tabs.length > 1 || isSplit) && !isPresenting;
  const shown = useMemo<ReaderTarget | null>(
    () => request ?? (tab?.document ? { ...tab.document } : null),
    [request, tab?.document],
  );
  const close = (id: number) => act((before) => closeTab(before, side, id));
  return (
    <div
      ref={element}
      data-reader-side
      {...(isSplit && { 'data-pane': true, role: 'group', 'aria-label': words.side(side) })}
      tabIndex={-1}
      className="flex h-full min-h-0 min-w-0 flex-col outline-none"
      onFocusCapture={() => act((before) => focusSide(before, side))}
      onPointerDownCapture={() => act((before) => focusSide(before, side))}
    >
      {hasStrip && (
        <TabStrip
          side={desk.sides[side] ?? desk.sides[0]}
          isFocused={isSplit && isFocused}
          panelId={panelId}
          onChoose={(id) => act((before) => chooseTab(before, side, id))}
          onClose={close}
        />
      )}
      <div
        id={panelId}
        {...(hasStrip && { role: 'tabpanel', 'aria-label': tab?.document?.title ?? words.newTab })}
        className="min-h-0 grow"
      >
        <DeskPlaceContext value={place}>
          {shown && tab ? (
            <DocumentView key={tab.id} target={shown} />
          ) : (
            <EmptyState icon={<BookOpenText />} title={tab ? words.newTab : words.none}>
              {tab ? words.newTabHelp : words.noneHelp}
            </EmptyState>
          )}
        </DeskPlaceContext>
      </div>
    </div>
  );
}

/** A tab that comes to the front while the keyboard was in the one before gets the keyboard. */
function useFocusThroughTabs(
  element: React.RefObject<HTMLElement | null>,
  activeId: number,
  isFocused: boolean,
): void {
  const wasWithin = useRef(false);
  const [lastId, setLastId] = useState(activeId);
  useEffect(() => {
    const side = element.current;
    if (!side) return undefined;
    const enter = () => (wasWithin.current = true);
    const leave = ({ relatedTarget }: FocusEvent) => {
      // A removed element loses the focus to nothing; one that the user leaves loses it to another element.
      if (relatedTarget !== null) wasWithin.current = side.contains(relatedTarget as Node);
    };
    side.addEventListener('focusin', enter);
    side.addEventListener('focusout', leave);
    return () => {
      side.removeEventListener('focusin', enter);
      side.removeEventListener('focusout', leave);
    };
  }, [element]);
  useLayoutEffect(() => {
    if (activeId === lastId) return;
    setLastId(activeId);
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body;
    if (isFocused && wasWithin.current && isLost) element.current?.focus({ preventScroll: true });
  }, [activeId, lastId, isFocused, element]);
}
