import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';

/** Passwords given since a matter was opened. They are gone when it closes. */
const given = new WeakMap<MatterSession, Map<number, string>>();

/**
 * The password that opens an original: given in this session, or kept with the matter.
 *
 * @returns undefined when there is none
 */
export function passwordOf(session: MatterSession, contentId: number): string | undefined {
  const now = given.get(session)?.get(contentId);
  if (now !== undefined) return now;
  return session.get(
    sql.selectFrom('content_password').select('password').where('content_id', '=', contentId),
  )?.password;
}

/** Remembers a password for as long as the matter is open. */
export function rememberPassword(session: MatterSession, contentId: number, password: string): void {
  const own = given.get(session) ?? new Map<number, string>();
  given.set(session, own.set(contentId, password));
}

/** Forgets a password that turned out to be wrong. */
export function forgetPassword(session: MatterSession, contentId: number): void {
  given.get(session)?.delete(contentId);
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
