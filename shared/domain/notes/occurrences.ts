/**
 * Every place where a pattern occurs in a text, overlapping ones too, in time that grows with the two lengths whatever they hold
 * (Knuth, Morris and Pratt, 1977): a page of one repeated letter costs no more than another.
 *
 * @param pattern not empty
 * @example occurrencesOf('anan', 'banananas') // [1, 3]
 */
export function occurrencesOf(pattern: string, text: string): number[] {
  const places: number[] = [];
  const borders = bordersOf(pattern);
  let matched = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && pattern.charCodeAt(matched) !== unit) matched = borders[matched - 1]!;
    if (pattern.charCodeAt(matched) === unit) matched++;
    if (matched < pattern.length) continue;
    places.push(at - pattern.length + 1);
    matched = borders[matched - 1]!;
  }
  return places;
}

/** For each beginning of a pattern, how much of it is also its end. */
function bordersOf(pattern: string): Int32Array {
  const borders = new Int32Array(pattern.length);
  let length = 0;
  for (let at = 1; at < pattern.length; at++) {
    while (length > 0 && pattern.charCodeAt(at) !== pattern.charCodeAt(length)) length = borders[length - 1]!;
    if (pattern.charCodeAt(at) === pattern.charCodeAt(length)) length++;
    borders[at] = length;
  }
  return borders;
}
