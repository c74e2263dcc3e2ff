import { sql } from './query-builder.ts';
import type { MatterSession } from './session.ts';

/** Passwords of originals given since a matter was opened, by content. They are gone when it closes. */
export class GivenPasswords {
  readonly #given = new Map<number, string>();
  /** Told of each that is given, and of each that is forgotten as null: for those who read the matter elsewhere. */
  onChange: (contentId: number, password: string | null) => void = () => undefined;

  get(contentId: number): string | undefined {
    return this.#given.get(contentId);
  }

  /** @param password null forgets it: it turned out to be wrong */
  set(contentId: number, password: string | null): void {
    if (password === null) this.#given.delete(contentId);
    else this.#given.set(contentId, password);
    this.onChange(contentId, password);
  }

  /** All there are. */
  list(): [contentId: number, password: string][] {
    return [...this.#given];
  }
}

/**
 * The password that opens an original: given since the matter was opened, or kept in it.
 *
 * @returns undefined when there is none
 */
export function passwordOf(session: MatterSession, contentId: number): string | undefined {
  return (
    session.passwords.get(contentId) ??
    session.get(sql.selectFrom('content_password').select('password').where('content_id', '=', contentId))
      ?.password
  );
}

/** Writes a password into the matter. Must run inside a transaction. */
export function keepPassword(session: MatterSession, contentId: number, password: string): void {
  session.run(
    sql
      .insertInto('content_password')
      .values({ content_id: contentId, password })
      .onConflict((conflict) => conflict.column('content_id').doUpdateSet({ password })),
  );
}
