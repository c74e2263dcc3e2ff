import { colorChoices } from '../marks/mark-colors.ts';
import { markName } from './part-ranges.ts';

let isThere = false;

/**
 * Gives the window the styles of marks on words of a text, in the colors of the theme's tokens; once. Made here, because such a
 * style sees no variables of the theme.
 */
export function addMarkStyles(): void {
  if (isThere) return;
  isThere = true;
  const tokens = getComputedStyle(document.documentElement);
  const rules = colorChoices.flatMap((color) => {
    const [fill, line] = [`--mark-${color}`, `--mark-line-${color}`].map((name) =>
      tokens.getPropertyValue(name),
    );
    const [mark, underline] = [
      markName({ kind: 'highlight', color }),
      markName({ kind: 'underline', color }),
    ];
    return [
      `::highlight(${mark}) { background-color: ${fill}; color: #1b2029; }`,
      `::highlight(${underline}) { text-decoration: underline 2px ${line}; }`,
      // A line that is strong on white paper would be lost on a dark background.
      `[data-theme='dark'] ::highlight(${underline}) { text-decoration-color: ${fill}; }`,
    ];
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules.join('\n'));
  document.adoptedStyleSheets.push(sheet);
}
