/** What a sticky pattern matches at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Whether a sticky pattern matches at a place. */
export function isAt(pattern: RegExp, text: string, at: number): boolean {
  return matchAt(pattern, text, at) !== null;
}

/** Where what a sticky pattern matches at a place ends; null where it matches nothing. */
export function endAt(pattern: RegExp, text: string, at: number): number | null {
  return isAt(pattern, text, at) ? pattern.lastIndex : null;
}
