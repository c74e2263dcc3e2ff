import { describe, expect, test } from 'vitest';
import type { ReaderSource } from '../../../../shared/contract/reader.ts';
import {
  activeTab,
  chooseTab,
  closeTab,
  emptyDesk,
  focusSide,
  fromKept,
  joinDesk,
  mostTabs,
  moveToOther,
  openEmptyTab,
  openOnDesk,
  splitDesk,
  stepTab,
  toKept,
  type Desk,
  type OpenWhere,
} from './desk.ts';

const matterId = 'm';
const source = (name: string) => ({ matterId, evidenceId: name }) as ReaderSource;
const open = (desk: Desk, title: string, where: OpenWhere = 'tab') =>
  openOnDesk(desk, { source: source(title), title }, where).desk;
const titles = (desk: Desk) =>
  desk.sides.map(({ tabs, activeId }) =>
    tabs.map(({ id, document }) => `${document?.title ?? 'new'}${id === activeId ? '*' : ''}`).join(' '),
  );
const three = ['A', 'B', 'C'].reduce((desk, title) => open(desk, title), emptyDesk);

describe('a document opens', () => {
  test('in place of the one in front, as an own tab with an own id', () => {
    const desk = open(three, 'D', 'here');
    expect(titles(desk)).toEqual(['A B D*']);
    expect(activeTab(desk)!.id).not.toBe(activeTab(three)!.id);
  });

  test('in a tab behind the one in front', () => {
    const desk = open(chooseTab(three, 0, three.sides[0].tabs[0]!.id), 'D');
    expect(titles(desk)).toEqual(['A D* B C']);
  });

  test('by coming to the front where it lies already', () => {
    expect(titles(open(three, 'A', 'here'))).toEqual(['A* B C']);
    expect(titles(open(three, 'A', 'tab'))).toEqual(['A* B C']);
  });

  test('in an empty tab that was made for it', () => {
    const desk = openEmptyTab(three);
    expect(titles(desk)).toEqual(['A B C new*']);
    expect(titles(open(desk, 'D', 'here'))).toEqual(['A B C D*']);
    expect(openEmptyTab(desk)).toBe(desk);
  });

  test('on the other side, which is made for it', () => {
    const desk = open(three, 'D', 'other');
    expect(titles(desk)).toEqual(['A B C*', 'D*']);
    expect(desk.focused).toBe(1);
    expect(titles(open(focusSide(desk, 0), 'E', 'here'))).toEqual(['A B E*', 'D*']);
  });

  test('and the oldest makes room once there are too many', () => {
    let desk = emptyDesk;
    for (let count = 0; count < mostTabs + 1; count += 1) desk = open(desk, `${count}`);
    expect(desk.sides[0].tabs).toHaveLength(mostTabs);
    expect(desk.sides[0].tabs[0]!.document!.title).toBe('1');
  });
});

describe('a tab', () => {
  test('that is closed gives way to the one after it, or before it at the end', () => {
    const [a, b, c] = three.sides[0].tabs.map(({ id }) => id) as [number, number, number];
    expect(titles(closeTab(chooseTab(three, 0, b), 0, b))).toEqual(['A C*']);
    expect(titles(closeTab(three, 0, c))).toEqual(['A B*']);
    expect(titles(closeTab(three, 0, a))).toEqual(['B C*']);
  });

  test('is gone round with the others', () => {
    expect(titles(stepTab(three, 1))).toEqual(['A* B C']);
    expect(titles(stepTab(three, -1))).toEqual(['A B* C']);
    expect(stepTab(emptyDesk, 1)).toBe(emptyDesk);
  });

  test('closed as the last of its side takes the side with it', () => {
    const desk = open(three, 'D', 'other');
    const closed = closeTab(desk, 1, activeTab(desk)!.id);
    expect(titles(closed)).toEqual(['A B C*']);
    expect(closed.focused).toBe(0);
  });
});

describe('two sides', () => {
  test('begin with the same document, and the keyboard goes to the new one', () => {
    const desk = splitDesk(three, 'below');
    expect(titles(desk)).toEqual(['A B C*', 'C*']);
    expect([desk.focused, desk.split]).toEqual([1, 'below']);
    expect(splitDesk(desk, 'beside').split).toBe('beside');
  });

  test('become one with every document once', () => {
    expect(titles(joinDesk(open(splitDesk(three, 'beside'), 'D')))).toEqual(['A B C D*']);
    expect(titles(joinDesk(splitDesk(three, 'beside')))).toEqual(['A B C*']);
  });

  test('take a tab from each other', () => {
    const moved = moveToOther(three);
    expect(titles(moved)).toEqual(['A B*', 'C*']);
    expect(titles(moveToOther(moved))).toEqual(['A B C*']);
    const alone = open(emptyDesk, 'A');
    expect(moveToOther(alone)).toBe(alone);
  });
});

describe('what lies open is kept', () => {
  test('and comes back as it was', () => {
    const desk = open(three, 'D', 'other');
    expect(fromKept(JSON.parse(JSON.stringify(toKept(desk))), matterId)).toEqual(desk);
  });

  test('without pages that are made while they are looked at, and without empty tabs', () => {
    const preview = { matterId, preview: { exhibitId: 'x', page: 1 } } as ReaderSource;
    const desk = openEmptyTab(openOnDesk(three, { source: preview, title: 'P' }, 'tab').desk);
    expect(titles(fromKept(toKept(desk), matterId))).toEqual(['A* B C']);
  });

  test.each([undefined, null, 7, {}, { sides: 'x' }, { sides: [{ tabs: [{ id: 'x' }, null] }] }])(
    'and is an empty desk where %j was kept',
    (kept) => expect(fromKept(kept, matterId)).toEqual(emptyDesk),
  );

  test('but nothing of another matter', () => {
    expect(fromKept(toKept(three), 'other')).toEqual(emptyDesk);
  });
});
