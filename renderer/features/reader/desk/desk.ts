import type { ReaderSource } from '../../../../shared/contract/reader.ts';
import { sourceId } from '../../../../shared/domain/source-id.ts';
import type { Json } from '../../../client/index.ts';

/** An open document. */
export interface DeskTab {
  /** Tells tabs of one desk apart. */
  readonly id: number;
  /** Null for a new tab, which the next document comes into. */
  readonly document: { readonly source: ReaderSource; readonly title: string } | null;
}

/** Documents one behind another, one of them in front. Never without a tab unless it is the only side. */
export interface DeskSide {
  readonly tabs: readonly DeskTab[];
  /** The tab in front; 0 where there is none. */
  readonly activeId: number;
}

/** The documents open in the reader: on one side, or on two beside or below each other. */
export interface Desk {
  readonly sides: readonly [DeskSide] | readonly [DeskSide, DeskSide];
  /** The side the keyboard was in last: there the next document opens. */
  readonly focused: 0 | 1;
  readonly split: 'beside' | 'below';
}

/** Where a document opens: in place of the one in front, in a tab of its own, or on the other side. */
export type OpenWhere = 'here' | 'tab' | 'other';

/** Tabs of a side at most: beyond that, the one opened longest ago is closed. */
export const mostTabs = 30;

const emptySide: DeskSide = { tabs: [], activeId: 0 };
export const emptyDesk: Desk = { sides: [emptySide], focused: 0, split: 'beside' };

/** Whether two sources are the same document. */
function isSameSource(one: ReaderSource, other: ReaderSource): boolean {
  return one.matterId === other.matterId && sourceId(one) === sourceId(other);
}

/** The tab in front on a side, and on the side that has the keyboard where none is named. */
export function activeTab({ sides, focused }: Desk, side: number = focused): DeskTab | null {
  const at = sides[side] ?? sides[0];
  return at.tabs.find(({ id }) => id === at.activeId) ?? null;
}

/**
 * Opens a document. One that is on the side already comes to the front there, where it opens `here` or in a tab; a new
 * empty tab takes whatever opens.
 *
 * @returns the desk, and the id of the tab that shows the document
 * @example openOnDesk(desk, { source, title }, 'tab')
 */
export function openOnDesk(
  desk: Desk,
  document: NonNullable<DeskTab['document']>,
  where: OpenWhere,
): { readonly desk: Desk; readonly tabId: number } {
  const base = where === 'other' ? facingOther(desk) : desk;
  const side = base.sides[base.focused] ?? base.sides[0];
  const same = side.tabs.find((tab) => tab.document && isSameSource(tab.document.source, document.source));
  if (same) {
    // It may have been given another title meanwhile.
    const tabs = side.tabs.map((tab) => (tab === same ? { ...tab, document } : tab));
    return { desk: withSide(base, base.focused, { tabs, activeId: same.id }), tabId: same.id };
  }
  const active = activeTab(base);
  const id = nextId(base);
  if (active && (where !== 'tab' || active.document === null)) {
    // Another document is another tab, with its own place and history, in the same spot.
    const tabs = side.tabs.map((tab) => (tab === active ? { id, document } : tab));
    return { desk: withSide(base, base.focused, { tabs, activeId: id }), tabId: id };
  }
  return { desk: withSide(base, base.focused, insertTab(side, { id, document })), tabId: id };
}

/** A new tab without a document, in front: the next document comes into it. */
export function openEmptyTab(desk: Desk): Desk {
  const active = activeTab(desk);
  if (active?.document === null) return desk;
  const side = desk.sides[desk.focused] ?? desk.sides[0];
  return withSide(desk, desk.focused, insertTab(side, { id: nextId(desk), document: null }));
}

/** Takes a tab away; the one after it comes to the front, else the one before. A side without tabs goes with its last one. */
export function closeTab(desk: Desk, sideIndex: 0 | 1, id: number): Desk {
  const side = desk.sides[sideIndex];
  if (!side) return desk;
  const at = side.tabs.findIndex((tab) => tab.id === id);
  if (at < 0) return desk;
  const tabs = side.tabs.toSpliced(at, 1);
  if (tabs.length === 0 && desk.sides.length === 2)
    return { ...desk, sides: [desk.sides[sideIndex === 0 ? 1 : 0]!], focused: 0 };
  const next = tabs[Math.min(at, tabs.length - 1)]?.id ?? 0;
  return withSide(desk, sideIndex, { tabs, activeId: side.activeId === id ? next : side.activeId });
}

/** Brings a tab to the front, and the keyboard to its side. */
export function chooseTab(desk: Desk, sideIndex: 0 | 1, id: number): Desk {
  const side = desk.sides[sideIndex];
  if (!side?.tabs.some((tab) => tab.id === id)) return desk;
  return { ...withSide(desk, sideIndex, { ...side, activeId: id }), focused: sideIndex };
}

/** Goes to the next tab of the side with the keyboard (1), or the one before (-1), wrapping around at the ends. */
export function stepTab(desk: Desk, direction: 1 | -1): Desk {
  const side = desk.sides[desk.focused] ?? desk.sides[0];
  const at = side.tabs.findIndex(({ id }) => id === side.activeId);
  const next = side.tabs[(at + direction + side.tabs.length) % Math.max(1, side.tabs.length)];
  return next ? chooseTab(desk, desk.focused, next.id) : desk;
}

/** The keyboard came into a side. */
export function focusSide(desk: Desk, side: 0 | 1): Desk {
  return desk.focused === side || !desk.sides[side] ? desk : { ...desk, focused: side };
}

/** Lays a second side beside or below, with the document in front shown there too; or turns the one there is. */
export function splitDesk(desk: Desk, split: Desk['split']): Desk {
  if (desk.sides.length === 2) return { ...desk, split };
  const active = activeTab(desk);
  const id = nextId(desk);
  const other: DeskSide = { tabs: [{ id, document: active?.document ?? null }], activeId: id };
  return { sides: [desk.sides[0], other], focused: 1, split };
}

/** Puts the tabs of both sides on one, with the tab in front that had the keyboard. */
export function joinDesk(desk: Desk): Desk {
  if (desk.sides.length === 1) return desk;
  const front = activeTab(desk);
  const [one, other] = desk.sides;
  const isNew = (tab: DeskTab) =>
    tab.document !== null &&
    !one.tabs.some(({ document }) => document && isSameSource(document.source, tab.document!.source));
  const tabs = [...one.tabs, ...other.tabs.filter(isNew)].slice(-mostTabs);
  const same = tabs.find(
    (tab) =>
      tab === front ||
      (tab.document && front?.document && isSameSource(tab.document.source, front.document.source)),
  );
  return { ...desk, sides: [{ tabs, activeId: same?.id ?? tabs[0]?.id ?? 0 }], focused: 0 };
}

/** Moves the tab in front to the other side, which is laid there if there is none. */
export function moveToOther(desk: Desk): Desk {
  const tab = activeTab(desk);
  if (!tab?.document) return desk;
  if (desk.sides.length === 1 && desk.sides[0].tabs.length === 1) return desk;
  const from = desk.focused;
  const without = closeTab(desk, from, tab.id);
  // The side it left may have gone with it: then there is but one, and it goes there.
  const base = without.sides.length === desk.sides.length ? { ...without, focused: from } : without;
  const target = without.sides.length === desk.sides.length ? facingOther(base) : base;
  return openOnDesk(target, tab.document, 'tab').desk;
}

/** A desk whose next document opens on the other side, which is laid there if there is none. */
function facingOther(desk: Desk): Desk {
  if (desk.sides.length === 2) return { ...desk, focused: desk.focused === 0 ? 1 : 0 };
  return { ...desk, sides: [desk.sides[0], emptySide], focused: 1 };
}

function insertTab(side: DeskSide, tab: DeskTab): DeskSide {
  const at = side.tabs.findIndex(({ id }) => id === side.activeId);
  const tabs = side.tabs.toSpliced(at + 1, 0, tab);
  if (tabs.length > mostTabs) {
    const oldest = Math.min(...tabs.filter(({ id }) => id !== side.activeId).map(({ id }) => id));
    return { tabs: tabs.filter(({ id }) => id !== oldest), activeId: tab.id };
  }
  return { tabs, activeId: tab.id };
}

function withSide(desk: Desk, index: 0 | 1, side: DeskSide): Desk {
  const [one, other] = desk.sides;
  if (!other) return { ...desk, sides: [side] };
  return { ...desk, sides: index === 0 ? [side, other] : [one, side] };
}

function nextId({ sides }: Desk): number {
  return 1 + Math.max(0, ...sides.flatMap(({ tabs }) => tabs.map(({ id }) => id)));
}

/** A desk as it is kept for the next time. Previews are not kept. */
export function toKept({ sides, focused, split }: Desk): { readonly [key: string]: Json } {
  return {
    focused,
    split,
    sides: sides.map(({ tabs, activeId }) => ({
      activeId,
      tabs: tabs.flatMap(({ id, document }) =>
        document && !('preview' in document.source)
          ? [{ id, title: document.title, source: { ...document.source } }]
          : [],
      ),
    })),
  };
}

/**
 * A desk as it was kept; an empty one where nothing was, or nothing that can be understood.
 *
 * @param matterId whose documents may be on it
 */
export function fromKept(kept: unknown, matterId: string): Desk {
  const { sides, focused, split } = asRecord(kept);
  const read = (Array.isArray(sides) ? sides : []).map((side) => sideOf(side, matterId));
  const [one, other] = read.filter(({ tabs }) => tabs.length > 0);
  if (!one) return emptyDesk;
  return {
    // Ids were given side by side and stay apart.
    sides: other ? [one, other] : [one],
    focused: other && focused === 1 ? 1 : 0,
    split: split === 'below' ? 'below' : 'beside',
  };
}

function sideOf(kept: unknown, matterId: string): DeskSide {
  const { tabs, activeId } = asRecord(kept);
  const read = (Array.isArray(tabs) ? tabs : []).slice(0, mostTabs).flatMap((tab): DeskTab[] => {
    const { id, title, source } = asRecord(tab);
    const { matterId: of, evidenceId, buildOutputId } = asRecord(source);
    if (typeof id !== 'number' || typeof title !== 'string' || of !== matterId) return [];
    if (typeof evidenceId !== 'string' && typeof buildOutputId !== 'string') return [];
    const known = typeof evidenceId === 'string' ? { matterId, evidenceId } : { matterId, buildOutputId };
    return [{ id, document: { title, source: known as ReaderSource } }];
  });
  const active = read.find(({ id }) => id === activeId) ?? read[0];
  return { tabs: read, activeId: active?.id ?? 0 };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
