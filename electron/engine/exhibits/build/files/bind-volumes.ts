import { join } from 'node:path';
import { splitVolumes, type SplitVolume } from '../../../../../shared/domain/exhibits/volumes.ts';
import type { AssembleVolume, WrittenVolume } from '../../../pdf/assemble/index.ts';
import type { SetPlan } from '../plan/set-plan.ts';

/** Size of a volume beyond its exhibits: its index, fonts and so on. */
const volumeOverheadBytes = 21_000;
/** What each exhibit adds to that: a row of the index, bookmarks, marks. */
const exhibitOverheadBytes = 400;
/**
 * Splits that turn out too large are split again this often, one time fewer than the assembler would write them; what is too
 * large then is reported.
 */
const maxRounds = 7;

/** Exhibits must come in another order, so that each volume’s stand together. */
export class OtherOrder extends Error {
  constructor() {
    super('the volumes need another order');
  }
}

/** A volume as it is named, with the plan’s places of its exhibits. */
export interface NamedVolume extends SplitVolume {
  readonly title: string;
  readonly file: string;
}

/**
 * Decides the volumes of one assembly: first by what the exhibits’ own files weigh, then by those of the volumes themselves.
 */
export class VolumeBinder {
  readonly #plan: SetPlan;
  readonly #folder: string;
  #order: readonly number[];
  #excessBytes = 0;
  #rounds = 0;
  /** The volumes that another order was asked for. */
  #awaited: readonly SplitVolume[] | null = null;
  readonly #files = new Set<string>();
  volumes: readonly NamedVolume[] = [];

  /** @param folder where the volumes are written */
  constructor(plan: SetPlan, folder: string) {
    this.#plan = plan;
    this.#folder = folder;
    this.#order = plan.exhibits.map((_, place) => place);
  }

  /** Place in the plan of each item the assembler must be handed. */
  get order(): readonly number[] {
    return this.#order;
  }

  /** Volume files that may have been written but are not among the current volumes. */
  get abandonedFiles(): readonly string[] {
    const kept = new Set(this.volumes.map(({ file }) => file));
    return [...this.#files].filter((file) => !kept.has(file));
  }

  /**
   * Says which volumes are to be written; `AssembleTools.planVolumes` asks.
   *
   * @param ownBytes what each item’s own file weighs without fonts of ours, in the assembler’s order; null for one without
   * @returns null when the volumes written are good
   * @throws OtherOrder when the assembly must begin again in the present `order`. It goes on from there with the volumes that
   *   were decided, so that an assembly begins again at most once for each time volumes turn out too large.
   */
  bind(
    ownBytes: readonly (number | null)[],
    written: readonly WrittenVolume[] | null,
  ): AssembleVolume[] | null {
    if (written && !this.#isTooLarge(written)) return null;
    const { exhibits } = this.#plan;
    const standing = this.#order.filter((place) => !exhibits[place]!.isUnderSealCopy);
    const awaited = written ? null : this.#awaited;
    this.#awaited = null;
    const split = awaited ?? this.#split(ownBytes);
    const wanted = split.flatMap(({ places }) => places);
    if (wanted.some((place, at) => place !== standing[at])) {
      const copies = this.#order.filter((place) => exhibits[place]!.isUnderSealCopy);
      this.#awaited = split;
      this.#order = [...wanted, ...copies];
      throw new OtherOrder();
    }
    this.volumes = nameVolumes(split, this.#plan);
    for (const { file } of this.volumes) this.#files.add(file);
    let from = 0;
    return this.volumes.map(({ title, file, places }) => {
      const to = from + places.length;
      const volume = { title, from, to, path: join(this.#folder, file) };
      from = to;
      return volume;
    });
  }

  #split(ownBytes: readonly (number | null)[]): SplitVolume[] {
    const { exhibits, volumeLimitBytes } = this.#plan;
    const inOrder = exhibits.flatMap(({ isUnderSealCopy }, place) => (isUnderSealCopy ? [] : [place]));
    const sizeOf = new Map(this.#order.map((place, at) => [place, ownBytes[at] ?? 0]));
    const rankOf = new Map(inOrder.map((place, rank) => [place, rank]));
    return splitVolumes(
      inOrder.map((place) => {
        const { item, sealedVolume } = exhibits[place]!;
        const parent = item.parent === null ? null : (rankOf.get(item.parent) ?? null);
        return { sizeBytes: sizeOf.get(place)! + exhibitOverheadBytes, parent, sealedVolume };
      }),
      { limitBytes: volumeLimitBytes, overheadBytes: volumeOverheadBytes + this.#excessBytes },
    ).map((volume) => ({ ...volume, places: volume.places.map((rank) => inOrder[rank]!) }));
  }

  #isTooLarge(written: readonly WrittenVolume[]): boolean {
    const limit = this.#plan.volumeLimitBytes;
    if (limit === null) return false;
    const excess = written.flatMap(({ file, volume }, at) => {
      const isSealed = this.volumes[at]!.places.every(
        (place) => this.#plan.exhibits[place]!.sealedVolume !== null,
      );
      if (file.bytes <= limit || volume.to - volume.from === 1 || isSealed) return [];
      // By as much as it weighs more than was expected: then this volume is not decided on again.
      return [file.bytes - Math.min(limit, this.volumes[at]!.sizeBytes)];
    });
    if (excess.length === 0 || this.#rounds === maxRounds) return false;
    this.#rounds += 1;
    this.#excessBytes += Math.max(...excess) + exhibitOverheadBytes;
    return true;
  }
}

/**
 * Names of volumes and their files. A set of one volume is a binder; it stays one when late exhibits get a volume beside it, so
 * that its bytes stay.
 */
function nameVolumes(split: readonly SplitVolume[], { name, fileStem }: SetPlan): NamedVolume[] {
  const isBinder = split.every((volume) => volume.name.split('-')[0] === '1');
  return split.map((volume) =>
    isBinder && volume.name === '1'
      ? { ...volume, title: name, file: `${fileStem} - Binder.pdf` }
      : {
          ...volume,
          title: `${name} – Volume ${volume.name}`,
          file: `${fileStem} - Volume ${volume.name}.pdf`,
        },
  );
}
