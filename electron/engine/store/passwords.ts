import { sql } from './query-builder.ts';
import type { MatterSession } from './session.ts';

/** A password, and the content it opens. */
export type GivenPassword = readonly [contentId: number, password: string];

/** Passwords of originals given since a matter was opened, by content. They are gone when it closes. */
export class GivenPasswords {
  readonly #given: Map<number, string>;
  /** Called for each password given, so that other processes that read the matter can be sent it. */
  onGiven: (contentId: number, password: string) => void = () => undefined;

  constructor(given: readonly GivenPassword[] = []) {
    this.#given = new Map(given);
  }

  get(contentId: number): string | undefined {
    return this.#given.get(contentId);
  }

  /** @param password one that opens it */
  set(contentId: number, password: string): void {
    this.#given.set(contentId, password);
    this.onGiven(contentId, password);
  }

  /** All there are. */
  list(): GivenPassword[] {
    return [...this.#given];
  }
}

/**
 * The password that opens an original: given since the matter was opened, or stored in it.
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
