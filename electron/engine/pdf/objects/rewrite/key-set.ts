import { hasEscape } from '../syntax/lexer.ts';
import { parseName } from '../syntax/parse-value.ts';

/** Names to look for in bytes without making strings of them. */
export class KeySet {
  readonly #keys: ReadonlySet<string>;
  readonly #byLength: (readonly string[])[] = [];

  /** @param keys names without their slash, Latin-1 */
  constructor(keys: Iterable<string>) {
    this.#keys = new Set(keys);
    for (const key of this.#keys) this.#byLength[key.length] = [...(this.#byLength[key.length] ?? []), key];
  }

  /** Whether the name written in `[start, end)`, without its slash, is one of these. */
  hasAt(bytes: Buffer, start: number, end: number): boolean {
    const candidates = this.#byLength[end - start];
    if (candidates !== undefined) {
      for (const key of candidates) {
        let i = 0;
        while (i < key.length && bytes[start + i] === key.charCodeAt(i)) i += 1;
        if (i === key.length) return true;
      }
    }
    return hasEscape(bytes, start, end) && this.#keys.has(parseName(bytes, start, end));
  }
}
