import { join } from 'node:path';
import {
  assemble,
  drawIndex,
  SourceUnreadable,
  type Assembled,
  type AssembledItem,
  type AssembleItem,
  type WrittenFile,
} from '../../../pdf/assemble/index.ts';
import type { SetPlan } from '../plan/set-plan.ts';
import { OtherOrder, VolumeBinder, type NamedVolume } from './bind-volumes.ts';
import type { AssembleSetTools } from './built-set.ts';
import { indexRow } from './index-papers.ts';

/** The volumes of a set and its exhibits' own files, written. */
export interface BoundSet {
  readonly volumes: readonly BoundVolume[];
  /** The result for each exhibit of the plan. */
  readonly parts: readonly AssembledItem[];
  /** The volume each exhibit of the plan stands in; null for the exhibit itself of one filed under seal. */
  readonly volumeNames: readonly (string | null)[];
  /** Characters no bundled font has. */
  readonly missingCharacters: readonly string[];
  /** Volume files written on the way that are not among the final ones. */
  readonly abandonedFiles: readonly string[];
}

/** A volume that was written. */
export interface BoundVolume {
  readonly named: NamedVolume;
  readonly file: WrittenFile;
  readonly pages: number;
}

/**
 * Writes the volumes of a set and its exhibits' own files. The assembler starts over if the volumes need the exhibits in
 * another order.
 *
 * @throws SourceUnreadable with the place in the plan, which names all others that cannot be carried; the file system's own errors
 */
export async function bindSet(plan: SetPlan, folder: string, tools: AssembleSetTools): Promise<BoundSet> {
  const binder = new VolumeBinder(plan, folder);
  for (;;) {
    const { order } = binder;
    try {
      return describeBound(plan, await assembleInOrder(plan, folder, order, binder, tools), binder, order);
    } catch (error) {
      if (error instanceof SourceUnreadable)
        for (const each of [error, ...error.others]) if (each.item !== null) each.item = order[each.item]!;
      if (!(error instanceof OtherOrder)) throw error;
    }
  }
}

/** By place in the plan, whatever the assembler's order. */
function describeBound(
  plan: SetPlan,
  assembled: Assembled,
  { volumes, abandonedFiles }: VolumeBinder,
  order: readonly number[],
): BoundSet {
  const rank = rankIn(order);
  const nameOf = new Map(
    volumes.flatMap(({ name, places }) => places.map((place) => [place, name] as const)),
  );
  return {
    volumes: assembled.volumes.map(({ file, pages }, at) => ({ named: volumes[at]!, file, pages })),
    parts: plan.exhibits.map((_, place) => assembled.items[rank.get(place)!]!),
    volumeNames: plan.exhibits.map((_, place) => nameOf.get(place) ?? null),
    missingCharacters: assembled.missingCharacters,
    abandonedFiles,
  };
}

function rankIn(order: readonly number[]): ReadonlyMap<number, number> {
  return new Map(order.map((place, at) => [place, at]));
}

function assembleInOrder(
  plan: SetPlan,
  folder: string,
  order: readonly number[],
  binder: VolumeBinder,
  tools: AssembleSetTools,
): Promise<Assembled> {
  const rank = rankIn(order);
  const items = order.map((place): AssembleItem => {
    const { item, file } = plan.exhibits[place]!;
    return {
      ...item,
      parent: item.parent === null ? null : (rank.get(item.parent) ?? null),
      citeLinks: item.citeLinks.map((link) => ({ ...link, exhibit: rank.get(link.exhibit)! })),
      filePath: file === null ? null : join(folder, file),
    };
  });
  return assemble(
    items,
    {
      marks: plan.marks,
      hasOutline: true,
      flattensForms: plan.flattensForms,
      isArchival: plan.isArchival,
      pictures: tools.pictures,
    },
    {
      assetsDirectory: tools.assetsDirectory,
      pdfiumWasmPath: tools.pdfiumWasmPath,
      original: (item) => tools.openContent(order[item]!),
      elsewhere: tools.elsewhere && {
        ...tools.elsewhere,
        locationOf: (item) => tools.elsewhere!.locationOf(order[item]!),
      },
      planVolumes: (ownBytes, written) => binder.bind(ownBytes, written),
      drawIndex(volume, startPages, type) {
        const named = binder.volumes.find((each) => volume.path === join(folder, each.file))!;
        const { title, caption } = plan.index;
        const line = named.title === plan.name ? [] : [`Volume ${named.name}`];
        const rows = named.places.map((place, at) => ({
          ...indexRow(plan.exhibits[place]!),
          volume: '',
          page: startPages[at]!,
          target: rank.get(place)!,
        }));
        return drawIndex({ title, caption: [...caption, ...line] }, rows, type);
      },
      progress: (done, total, item) => tools.progress(done, total, order[item] ?? 0),
    },
  );
}
