import type { CompoundFile, CompoundStream } from '../../files/office/compound-file.ts';
import { mailLimits } from '../mail.ts';
import type { NewStorage } from './compound-writer.ts';

/** A storage of a compound file: streams and storages by name. */
export interface Storage {
  readonly name: string;
  readonly streams: ReadonlyMap<string, CompoundStream>;
  readonly storages: ReadonlyMap<string, Storage>;
}

const noEntry = 0xffffffff;
const maxDepth = 64;

/**
 * The tree of a compound file ([MS-CFB] §2.6.4). An entry is taken once, so a directory with cycles ends.
 *
 * @returns null where it has no root
 */
export function storageTree(file: CompoundFile): Storage | null {
  const byIndex = new Map(file.entries.map((entry) => [entry.index, entry]));
  const root = file.entries.find(({ index }) => index === 0);
  return root ? build(root, byIndex, new Set(), 0) : null;
}

function build(
  entry: CompoundStream,
  byIndex: ReadonlyMap<number, CompoundStream>,
  taken: Set<number>,
  depth: number,
): Storage {
  const streams = new Map<string, CompoundStream>();
  const storages = new Map<string, Storage>();
  const waiting = [entry.child];
  while (waiting.length > 0) {
    const index = waiting.pop()!;
    const child = index === noEntry || taken.has(index) ? undefined : byIndex.get(index);
    if (!child) continue;
    taken.add(index);
    waiting.push(child.right, child.left);
    if (child.isStream) streams.set(child.name, child);
    else if (depth < maxDepth) storages.set(child.name, build(child, byIndex, taken, depth + 1));
  }
  return { name: entry.name, streams, storages };
}

/** What a storage holds, to be written as a compound file of its own: a mail within a mail, a document within a document. */
export function copyOfStorage(file: CompoundFile, { streams, storages }: Storage): NewStorage {
  return {
    streams: new Map(
      [...streams].map(([name, entry]) => [name, file.read(entry, mailLimits.attachmentBytes)]),
    ),
    storages: new Map([...storages].map(([name, each]) => [name, copyOfStorage(file, each)])),
  };
}
