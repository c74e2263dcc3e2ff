import type { ContentWalk } from './content-walk.ts';
import { identity, type Matrix, type StateChange } from './content-resources.ts';
import { state } from './graphics-state.ts';

/** What an operator does to the walk (ISO 32000-1 annex A). */
export type Operator = (walk: ContentWalk) => void;

/** No operator has more letters. */
export const maxLetters = 3;

/** All of them, the first stands for none. */
const operators: Operator[] = [() => {}];
/** Their places by their letters, packed: those of one or two letters, as most have, and the longer ones. */
const placeOfShort = new Uint8Array(0x10000);
const placeOfLonger = new Map<number, number>();

/**
 * The operator with these letters; undefined when there is none.
 *
 * @param packed at most `maxLetters`, each a digit of base 256
 */
export function operatorOf(packed: number): Operator | undefined {
  const place = packed < placeOfShort.length ? placeOfShort[packed]! : (placeOfLonger.get(packed) ?? 0);
  return place === 0 ? undefined : operators[place];
}

function define(names: string, operator: Operator): void {
  const place = operators.push(operator) - 1;
  for (const name of names.split(' ')) {
    const packed = Buffer.from(name).readUIntBE(0, name.length);
    if (packed < placeOfShort.length) placeOfShort[packed] = place;
    else placeOfLonger.set(packed, place);
  }
}

const matrixOf = (walk: ContentWalk): Matrix => [
  walk.operand(0, 6),
  walk.operand(1, 6),
  walk.operand(2, 6),
  walk.operand(3, 6),
  walk.operand(4, 6),
  walk.operand(5, 6),
];

const unknownChange: StateChange = { lineWidth: NaN, isOdd: true, setsFont: true };

define('q', (walk) => {
  if (!walk.states.save()) {
    walk.isBroken = true;
    walk.areas.addAnywhere();
  }
});
define('Q', (walk) => {
  // Poppler reads no further.
  if (!walk.states.restore()) walk.stop();
});
define('cm', (walk) => walk.states.transform(matrixOf(walk)));
define('w', (walk) => walk.states.set(state.lineWidth, walk.operand(0, 1)));
define('M', (walk) => walk.states.set(state.miterLimit, walk.operand(0, 1)));
/** Takes its numbers and does nothing that matters to where the page draws. */
const takes = (count: number): Operator => {
  return (walk) => {
    walk.operand(0, count);
  };
};
define('J j d i', takes(1));
define('ri', (walk) => walk.takeName());
define('gs', (walk) => {
  walk.takeName();
  const change = walk.resources.graphicsState?.(walk.name()) ?? unknownChange;
  if (change.lineWidth !== null) walk.states.set(state.lineWidth, change.lineWidth);
  if (change.isOdd) walk.states.set(state.isOdd, 1);
  if (change.setsFont) walk.states.set(state.fontSize, NaN);
});

const white = (count: number, value: number): Operator => {
  return (walk) => {
    let isWhite = true;
    for (let i = 0; i < count; i += 1) isWhite &&= walk.operand(i, count) === value;
    walk.states.set(state.isWhite, isWhite ? 1 : 0);
  };
};
define('g', white(1, 1));
define('rg', white(3, 1));
define('k', white(4, 0));
define('sc scn', (walk) => walk.states.set(state.isWhite, 0));
define('cs', (walk) => {
  walk.takeName();
  walk.states.set(state.isWhite, 0);
});
define('G', takes(1));
define('RG', takes(3));
define('K', takes(4));
define('CS', (walk) => walk.takeName());
define('SC SCN', () => {});

define('m', (walk) => walk.addPoint(walk.operand(0, 2), walk.operand(1, 2)));
const curve = (count: number): Operator => {
  return (walk) => {
    for (let i = 0; i < count; i += 2) walk.addPoint(walk.operand(i, count), walk.operand(i + 1, count));
    walk.addSegment();
  };
};
define('l', curve(2));
define('c', curve(6));
define('v y', curve(4));
define('re', (walk) => {
  const x = walk.operand(0, 4);
  const y = walk.operand(1, 4);
  const right = x + walk.operand(2, 4);
  const top = y + walk.operand(3, 4);
  walk.addPoint(x, y);
  walk.addPoint(right, y);
  walk.addPoint(x, top);
  walk.addPoint(right, top);
});
define('h', () => {});
define('W W*', (walk) => {
  walk.isClipPending = true;
});
define('n', (walk) => walk.endPath(false, false));
define('f F f*', (walk) => walk.endPath(true, false));
define('S s', (walk) => walk.endPath(false, true));
define('B B* b b*', (walk) => walk.endPath(true, true));

define('BT', (walk) => {
  if (walk.isInText) walk.isBroken = true;
  walk.isInText = true;
  walk.text.setMatrix(identity);
});
define('ET', (walk) => {
  if (!walk.isInText) walk.isBroken = true;
  walk.isInText = false;
});
define('Tf', (walk) => {
  walk.takeName();
  walk.setFont(walk.operand(0, 1));
});
define('TL', (walk) => walk.states.set(state.leading, walk.operand(0, 1)));
define('Ts', (walk) => walk.states.set(state.rise, walk.operand(0, 1)));
define('Tz', (walk) => walk.states.set(state.scale, walk.operand(0, 1) / 100));
define('Tc', (walk) => walk.states.set(state.characterSpace, walk.operand(0, 1)));
define('Tw', (walk) => walk.states.set(state.wordSpace, walk.operand(0, 1)));
define('Tr', (walk) => walk.states.set(state.renderMode, walk.operand(0, 1)));
define('Tm', (walk) => walk.text.setMatrix(matrixOf(walk)));
define('Td', (walk) => walk.text.nextLine(walk.operand(0, 2), walk.operand(1, 2)));
define('TD', (walk) => {
  walk.states.set(state.leading, -walk.operand(1, 2));
  walk.text.nextLine(walk.operand(0, 2), walk.operand(1, 2));
});
const startLine: Operator = (walk) => walk.text.nextLine(0, -walk.states.get(state.leading));
define('T*', startLine);
define('Tj TJ', (walk) => walk.showText());
define("'", (walk) => {
  startLine(walk);
  walk.showText();
});
define('"', (walk) => {
  walk.states.set(state.wordSpace, walk.operand(0, 2));
  walk.states.set(state.characterSpace, walk.operand(1, 2));
  startLine(walk);
  walk.showText();
});

define('Do', (walk) => {
  walk.takeName();
  walk.resources.drawn?.(walk.name(), walk.states.matrix());
  const place = walk.resources.xobject?.(walk.name()) ?? null;
  if (place === null) return walk.areas.addWithinClip();
  if (place === 'image') return walk.areas.addBox([0, 0, 1, 1], walk.states.matrix());
  walk.drawForm(place);
});
define('sh', (walk) => {
  walk.takeName();
  walk.areas.addWithinClip();
});
const mark: Operator = (walk) => {
  walk.takeName();
  walk.resources.marked?.(walk.name());
};
define('BMC BDC', (walk) => {
  mark(walk);
  walk.marks += 1;
});
define('EMC', (walk) => {
  // Readers pass over one that closes nothing.
  if (walk.marks === 0) walk.isBroken = true;
  else walk.marks -= 1;
});
define('MP DP', mark);
define('BX EX d0 d1', () => {});
