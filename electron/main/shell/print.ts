import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ByteSlice } from '../../../shared/contract/processes.ts';
import type { GrantedFile } from '../../../shared/contract/bridge.ts';
import type { ReaderSource } from '../../../shared/contract/reader.ts';
import type { BuildOutputId, EvidenceId, MatterId } from '../../../shared/model/common.ts';
import { UserError } from '../ipc.ts';
import { sliceBytes, type ReadBytes } from '../protocol/matter-protocol.ts';

interface Form {
  readonly extension: string;
  readonly signature: Uint8Array;
}
/** What the system may open, by the first bytes of the file itself: nothing that could run. */
const printable: Partial<Record<ByteSlice['kind'], Form>> & { readonly pdf: Form } = {
  pdf: { extension: '.pdf', signature: Uint8Array.from([0x25, 0x50, 0x44, 0x46]) },
  png: { extension: '.png', signature: Uint8Array.from([0x89, 0x50, 0x4e, 0x47]) },
  jpeg: { extension: '.jpg', signature: Uint8Array.from([0xff, 0xd8, 0xff]) },
};

export interface Printing {
  /**
   * Hands a document to the system's own viewer, which prints it as it is: real pages, real printer dialog, no
   * network.
   *
   * @param source a document of a matter, or `{ token }` of a target that has been written since
   * @throws UserError with a sentence for the user
   */
  print(source: unknown): Promise<void>;
  /** Grants a file to write that is then printed by its token. @param name its file name, such as Docket.pdf */
  createTarget(name: string): Promise<GrantedFile>;
  /** Removes the copies made for printing. One that is still open elsewhere is removed at the next start. */
  cleanUp(): void;
}

/**
 * @param folder private folder for the copies; emptied now
 * @param grantFile makes a token of a path, for the engine to write there
 * @param openPath shows a file in the system's program for it; answers '' or what went wrong
 */
export function createPrinting({
  folder,
  readBytes,
  grantFile,
  openPath,
}: {
  folder: string;
  readBytes: ReadBytes;
  grantFile(path: string): Promise<string>;
  openPath(path: string): Promise<string>;
}): Printing {
  const cleanUp = () => {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // On Windows a viewer may still hold a copy; the next start tries again.
    }
  };
  cleanUp();
  const createFolder = () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return mkdtempSync(join(folder, 'print-'));
  };
  /** Paths granted for writing and not printed yet, by token. */
  const targets = new Map<string, string>();
  const show = async (copy: string) => {
    // The viewer must not suggest that notes made there are kept.
    chmodSync(copy, 0o400);
    const problem = await openPath(copy);
    if (problem !== '') {
      throw new UserError(
        'This computer has no program that opens PDFs, or it could not be started. Install a PDF viewer, or export the document and print it elsewhere.',
      );
    }
  };

  return {
    cleanUp,
    async createTarget(name) {
      const path = join(createFolder(), basename(name));
      const token = await grantFile(path);
      targets.set(token, path);
      return { name: basename(path), token };
    },
    async print(value) {
      const target = targets.get(tokenOf(value));
      if (target !== undefined) {
        targets.delete(tokenOf(value));
        if (!(await isPdf(target)))
          throw new UserError('What is to be printed could not be written. Try again.');
        return show(target);
      }
      const source = parseReaderSource(value);
      if (!source) throw new UserError('There is nothing to print here. Open a document first.');
      const described = await readBytes(source, 0, 16);
      if (!described.ok) throw new UserError(described.error.message);
      const { kind, sizeBytes, bytes } = described.value;
      const form = printable[kind];
      if (!form || !form.signature.every((byte, at) => bytes[at] === byte)) {
        throw new UserError(
          'This document is neither a PDF nor an image, so it cannot be printed from here. Export it and print it with its own program.',
        );
      }
      const copy = join(createFolder(), `Document${form.extension}`);
      await writeCopy(copy, source, sizeBytes, readBytes);
      return show(copy);
    },
  };
}

function tokenOf(value: unknown): string {
  const token = typeof value === 'object' && value !== null && 'token' in value ? value.token : '';
  return typeof token === 'string' ? token : '';
}

/** Whether a file exists and begins as PDFs do. */
async function isPdf(path: string): Promise<boolean> {
  const { signature } = printable.pdf;
  try {
    const file = await open(path, 'r');
    try {
      const { buffer } = await file.read(Buffer.alloc(signature.length), 0, signature.length, 0);
      return signature.every((byte, at) => buffer[at] === byte);
    } finally {
      await file.close();
    }
  } catch {
    // A file that was never written cannot be printed; the message says so.
    return false;
  }
}

async function writeCopy(
  path: string,
  source: ReaderSource,
  sizeBytes: number,
  readBytes: ReadBytes,
): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for (let position = 0; position < sizeBytes;) {
      const reply = await readBytes(source, position, sliceBytes);
      if (!reply.ok) throw new UserError(reply.error.message);
      if (reply.value.bytes.byteLength === 0) throw new Error('the document ended early');
      await file.write(reply.value.bytes);
      position += reply.value.bytes.byteLength;
    }
  } finally {
    await file.close();
  }
}

/** Takes only a well-formed source from a window; the PDF process knows whether it exists. */
export function parseReaderSource(value: unknown): ReaderSource | null {
  if (typeof value !== 'object' || value === null) return null;
  const { matterId, evidenceId, buildOutputId } = value as Readonly<Record<string, unknown>>;
  const isId = (id: unknown): id is string => typeof id === 'string' && id.length > 0 && id.length <= 64;
  if (!isId(matterId)) return null;
  if (isId(evidenceId)) return { matterId: matterId as MatterId, evidenceId: evidenceId as EvidenceId };
  if (isId(buildOutputId))
    return { matterId: matterId as MatterId, buildOutputId: buildOutputId as BuildOutputId };
  return null;
}
