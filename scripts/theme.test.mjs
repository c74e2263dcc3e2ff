import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './build/parts.mjs';

const css = readFileSync(join(root, 'renderer/app/theme.css'), 'utf8');

/** The colors of a theme by their names, of those written as #rrggbb. */
function colorsOf(selector) {
  const start = css.indexOf(`\n${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, color]) => [name, color]));
}

/** WCAG 2.2, relative luminance. */
function luminance(color) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio. */
function contrast(one, other) {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const light = colorsOf(':root');
const themes = [
  ['light', light],
  ['dark', new Map([...light, ...colorsOf("[data-theme='dark']")])],
];

const grounds = ['frame', 'sidebar', 'surface', 'raised', 'sunken', 'hover', 'selected', 'selected-idle'];
const texts = ['ink', 'ink-soft', 'accent-text', 'danger-ink', 'warning-ink', 'success-ink', 'info-ink'];
const onGrounds = (names) => names.flatMap((name) => grounds.map((ground) => [name, ground]));
const textPairs = [
  ...onGrounds(texts),
  ['ink', 'pressed'],
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-hover'],
  ['accent-ink', 'danger'],
  ['accent-ink', 'danger-hover'],
  ...['danger', 'warning', 'success', 'info'].flatMap((task) => [
    [`${task}-ink`, `${task}-soft`],
    ['ink', `${task}-soft`],
    ['ink-soft', `${task}-soft`],
  ]),
];
const edgePairs = [['edge', 'surface'], ['edge', 'raised'], ...onGrounds(['focus', 'accent'])];

describe.each(themes)('in the %s theme', (_, colors) => {
  const failing = (pairs, least) =>
    pairs.flatMap(([name, ground]) => {
      const ratio = contrast(colors.get(name), colors.get(ground));
      return ratio < least ? [`${name} on ${ground}: ${ratio.toFixed(2)}`] : [];
    });

  test('text can be read on every ground (WCAG 2.2 SC 1.4.3)', () => {
    expect(failing(textPairs, 4.5)).toEqual([]);
  });

  test('edges of controls and the focus can be seen (WCAG 2.2 SC 1.4.11)', () => {
    expect(failing(edgePairs, 3)).toEqual([]);
  });

  test('lines of marks can be seen on white paper', () => {
    const lines = [...colors.keys()].filter((name) => name.startsWith('mark-line-'));
    expect(lines).toHaveLength(7);
    expect(lines.filter((name) => contrast(colors.get(name), '#ffffff') < 3)).toEqual([]);
  });
});
