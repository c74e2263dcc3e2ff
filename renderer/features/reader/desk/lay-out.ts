import type { ReaderSource } from '../../../../shared/contract/reader.ts';
import { engineClient } from '../../../client/index.ts';
import { emptyDesk, openOnDesk, toKept } from './desk.ts';

/** Under this name a matter keeps what is open in its reader. */
export const deskView = 'reader.desk';

/** Opens a document in the reader of a matter that is not on screen yet, where nothing is open so far. */
export async function layOut(source: ReaderSource, title: string): Promise<void> {
  const { desk } = openOnDesk(emptyDesk, { source, title }, 'here');
  const { matterId } = source;
  await engineClient['settings.view.set']({ matterId, view: deskView, state: toKept(desk) as never });
}
