/** Properties that lay out and color; none that positions over other things, moves, loads or runs. */
const allowed =
  /^(?:background-color|border(?:-(?:top|right|bottom|left))?(?:-(?:color|style|width|radius))?|border-(?:collapse|spacing|radius)|caption-side|clear|color|direction|display|empty-cells|float|font(?:-(?:family|size|style|variant|weight|stretch))?|height|letter-spacing|line-height|list-style(?:-(?:type|position))?|margin(?:-(?:top|right|bottom|left))?|max-height|max-width|min-height|min-width|opacity|overflow-wrap|padding(?:-(?:top|right|bottom|left))?|table-layout|text-align|text-decoration(?:-(?:line|style|color))?|text-indent|text-transform|unicode-bidi|vertical-align|visibility|white-space|width|word-break|word-spacing|word-wrap|writing-mode)$/;
/** Numbers, words, colors, quoted names of fonts. No backslash, no at-sign, no angle bracket, no colon, no comment. */
const plain = /^[\w\s#%.,()'"+\-!]{1,300}$/;
const functions = /([\w-]*)\(/g;
const harmless = new Set(['rgb', 'rgba', 'hsl', 'hsla']);
const maxDeclarations = 60;
const maxStyle = 8_000;

/** Addresses a style would load from. */
export function styleReferences(style: string): number {
  return style.slice(0, 200_000).match(/(?:url\(|@import)\s*["']?\s*(?:https?:|ftp:|\/\/)/gi)?.length ?? 0;
}

/**
 * The declarations of a style attribute that may stay, rewritten. `background` stays where it is a color.
 *
 * @example safeStyle('color: red; position: fixed; background: url(x)') // 'color:red'
 */
export function safeStyle(style: string): string {
  const kept: string[] = [];
  for (const declaration of style.slice(0, maxStyle).split(';').slice(0, maxDeclarations)) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const written = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    const isColor = /^(?:#[0-9a-f]{3,8}|[a-z]{3,20}|rgba?\([\d\s,.%]{1,40}\))$/i.test(value);
    const property = written === 'background' && isColor ? 'background-color' : written;
    if (allowed.test(property) && isHarmless(value)) kept.push(`${property}:${value}`);
  }
  return kept.join(';');
}

function isHarmless(value: string): boolean {
  if (!plain.test(value)) return false;
  // An odd quote would swallow the declarations after it.
  if ((value.match(/"/g)?.length ?? 0) % 2 === 1 || (value.match(/'/g)?.length ?? 0) % 2 === 1) return false;
  return [...value.matchAll(functions)].every(([, name]) => harmless.has(name!.toLowerCase()));
}
