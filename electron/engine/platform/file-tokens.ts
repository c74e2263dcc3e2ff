import { randomBytes } from 'node:crypto';

/** Stands in for paths in windows: a dialog or a drop yields a token, which works once. */
export class FileTokens {
  #paths = new Map<string, string>();

  /** Remembers a path the user chose; returns its token. Unused tokens are forgotten, oldest first, past 200,000. */
  grant(path: string): string {
    const token = randomBytes(16).toString('hex');
    this.#paths.set(token, path);
    if (this.#paths.size > 200_000) this.#paths.delete(this.#paths.keys().next().value!);
    return token;
  }

  /** The path of a token, once; null if it is unknown or spent. */
  redeem(token: string): string | null {
    const path = this.#paths.get(token) ?? null;
    this.#paths.delete(token);
    return path;
  }

  /** Makes the tokens of a failed call or job usable again: once a passphrase is put right, nobody has to choose the file again. */
  restore(spent: ReadonlyMap<string, string>): void {
    for (const [token, path] of spent) this.#paths.set(token, path);
  }
}
