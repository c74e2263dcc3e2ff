import type { OperationName } from '../../../../shared/contract/api.ts';
import type { ErrorCode } from '../../../../shared/errors/error-codes.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { EvidenceKind } from '../../../../shared/model/evidence.ts';
import { plantEvidence, withMatterFile } from '../../testing/matter-file.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';

/** What a case works on: an open matter with two docket entries, the second an attachment of the first. */
export interface World {
  readonly t: TestEngine;
  readonly matterId: string;
  readonly fileName: string;
  readonly entryIds: readonly [string, string];
  /** A path in the test's own folder. */
  at(name: string): string;
  /** Closes the matter; returns its path. */
  closed(): Promise<string>;
  /** Closes the matter and opens it to read only. */
  readOnly(): Promise<void>;
}

export interface Case {
  readonly operation: OperationName;
  /** 'ok', or the code of the error it must answer with. */
  readonly answers: 'ok' | ErrorCode;
  /** Prepares the world and gives the call's input. */
  input(world: World): unknown;
}

export const fields = { title: 'Smith v. Jones' };
export const gone = 'no-such-id';

/** A row of the table. */
export function it(
  operation: OperationName,
  answers: Case['answers'],
  input: (world: World) => unknown,
): Case {
  return { operation, answers, input };
}

/** What a call needs besides the matter: as it is, or made of the world. */
type More = Readonly<Record<string, unknown>> | ((world: World) => object);

/** An open matter's id, and what else the call needs. */
export const inMatter =
  (more: More = {}) =>
  (world: World) => ({ matterId: world.matterId, ...(typeof more === 'function' ? more(world) : more) });

/** The same, in a matter opened to read only. */
export const inReadOnly = (more?: More) => async (world: World) => {
  await world.readOnly();
  return inMatter(more)(world);
};

/** Puts an item of that kind into the matter, as an intake would; returns its id. */
export async function plantItem(
  world: World,
  kind: EvidenceKind,
  bytes: Uint8Array | string,
): Promise<EvidenceId> {
  const path = await world.closed();
  const id = withMatterFile(path, (db) =>
    plantEvidence(db, { title: 'Call', bytes: Buffer.from(bytes as Uint8Array), kind }),
  );
  await world.t.client['matter.open']({ source: { path } });
  return id as EvidenceId;
}
