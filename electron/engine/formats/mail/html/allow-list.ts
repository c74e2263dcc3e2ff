/** Elements that lay out a mail and can do nothing. */
export const allowedElements: ReadonlySet<string> = new Set(
  'a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'.split(
    ' ',
  ),
);

/** Elements that have no content and no closing tag. */
export const voidElements: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'wbr']);

/** Elements left out with all that is in them: none of it is text of the mail. */
export const droppedElements: ReadonlySet<string> = new Set(['script', 'style', 'title']);

type Check = (value: string) => boolean;
const length: Check = (value) => /^\d{1,5}(?:\.\d{1,3})?(?:%|px)?$/.test(value);
const count: Check = (value) => /^-?\d{1,4}$/.test(value);
const word: Check = (value) => /^[A-Za-z]{1,20}$/.test(value);
const color: Check = (value) => /^#?[A-Za-z0-9]{1,20}$/.test(value);
const text: Check = (value) => value.length <= 2_000;

/** Attributes any element may have, and what their values may be. */
const everywhere: Readonly<Record<string, Check>> = {
  title: text,
  dir: (value) => /^(?:ltr|rtl|auto)$/i.test(value),
  lang: (value) => /^[A-Za-z0-9-]{1,35}$/.test(value),
  align: word,
  valign: word,
  bgcolor: color,
  width: length,
  height: length,
};

const tables: Readonly<Record<string, Check>> = {
  border: length,
  cellpadding: length,
  cellspacing: length,
  bordercolor: color,
  colspan: count,
  rowspan: count,
  span: count,
  nowrap: word,
  scope: word,
  abbr: text,
  summary: text,
};
const lists: Readonly<Record<string, Check>> = {
  start: count,
  value: count,
  type: (value) => /^[A-Za-z0-9]{1,10}$/.test(value),
  reversed: word,
};
const ofElements: Partial<Record<string, Readonly<Record<string, Check>>>> = {
  font: {
    color,
    size: (value) => /^[+-]?\d{1,2}$/.test(value),
    face: (value) => /^[\w\s,'-]{1,200}$/.test(value),
  },
  hr: { size: length, color, noshade: word },
  img: { alt: text, border: length, hspace: length, vspace: length },
  table: tables,
  td: tables,
  th: tables,
  tr: tables,
  col: tables,
  colgroup: tables,
  ol: lists,
  ul: lists,
  li: lists,
};

/** Whether an attribute may stay on an element. `style` and `src` are not decided here: they are rewritten. */
export function isAllowedAttribute(element: string, name: string, value: string): boolean {
  const own = ofElements[element];
  const check =
    own && Object.hasOwn(own, name) ? own[name] : Object.hasOwn(everywhere, name) ? everywhere[name] : null;
  // An empty value is how `nowrap` and its like are written.
  return check ? value === '' || check(value) : false;
}
