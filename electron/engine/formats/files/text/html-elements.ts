/** Elements that stand on lines of their own (HTML §15.3.3, §15.3.10). */
export const blocks = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol optgroup option p pre section summary ' +
    'table tbody textarea tfoot thead title tr ul'
  ).split(' '),
);

/** Boxes within a line: what stands in one, or beside it, is no part of the word on its other side. */
export const boxes = new Set('audio button iframe input object select text video'.split(' '));
