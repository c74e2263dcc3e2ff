import { splitVolumes } from '../../../../../shared/domain/exhibits/volumes.ts';
import type { VolumePlan } from '../../../../../shared/model/exhibits.ts';
import type { MatterSession } from '../../../store/session.ts';
import { selectBuilds, selectOutputs } from '../../build-repository.ts';
import { binderPages, carriedPages } from '../../carried-pages.ts';
import { listExhibits, type ExhibitRow } from '../../exhibit-repository.ts';
import { getSet } from '../../set-repository.ts';
import { exhibitOverheadBytes, volumeOverheadBytes } from '../files/bind-volumes.ts';
import { volumeLimit, type VolumeChoice } from './volume-limit.ts';

/** What an exhibit takes beside its pages, roughly, fonts most of it: by the kind of its slip sheet, and without one. */
const sheetBytes = { caption: 15_000, plain: 12_000, none: 6_000 } as const;
/** What is printed on each page of it: number, designation. */
const markBytes = 450;

/**
 * How a set would be split into volumes: by the sizes of the last build where an exhibit is as it was, else by those of its
 * originals.
 *
 * @throws AppError NOT_FOUND, COURT_PROFILE_NOT_FOUND
 */
export function planVolumes(session: MatterSession, setId: string, choice: VolumeChoice): VolumePlan {
  const { hasSlipSheets, slipSheetTemplate } = getSet(session, setId);
  const besideBytes = sheetBytes[hasSlipSheets ? slipSheetTemplate : 'none'];
  const exhibits = listExhibits(session, setId);
  const { limitBytes, source } = volumeLimit(session, choice);
  const built = lastSizes(session, setId);
  const placeOf = new Map(exhibits.map(({ id }, at) => [id, at]));
  const pages = exhibits.map((exhibit) => binderPages(exhibit) ?? 0);
  const parts = exhibits.map((exhibit, at) => ({
    sizeBytes: estimate(exhibit, pages[at]!, besideBytes, built) + exhibitOverheadBytes,
    parent: exhibit.parentId === null ? null : (placeOf.get(exhibit.parentId) ?? null),
    sealedVolume: exhibit.sealedVolume,
  }));
  const volumes =
    exhibits.length === 0 ? [] : splitVolumes(parts, { limitBytes, overheadBytes: volumeOverheadBytes });
  return {
    limitBytes,
    limitSource: source,
    totalBytes: volumes.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    volumes: volumes.map(({ name, places, sizeBytes, isOverLimit }) => ({
      name,
      firstLabel: exhibits[places[0]!]!.label,
      lastLabel: exhibits[places.at(-1)!]!.label,
      exhibits: places.length,
      pages: places.reduce((sum, place) => sum + pages[place]!, 0),
      sizeBytes,
      isOverLimit,
    })),
  };
}

interface BuiltSize {
  readonly sizeBytes: number;
  /** Slip sheet counted. */
  readonly pages: number;
}

function estimate(
  exhibit: ExhibitRow,
  pages: number,
  besideBytes: number,
  built: ReadonlyMap<string, BuiltSize>,
): number {
  const last = built.get(exhibit.label);
  if (last && (last.pages === pages || last.pages === pages + 1)) return last.sizeBytes;
  const { status, treatment, original } = exhibit;
  if (status !== 'active') return besideBytes;
  if (treatment !== 'pages' || !original) return sheetBytes.caption;
  const carried = carriedPages(exhibit).pages?.length ?? 1;
  const share = original.itemPages === null || original.itemPages === 0 ? 1 : carried / original.itemPages;
  return Math.ceil(original.sizeBytes * Math.min(1, share)) + carried * markBytes + besideBytes;
}

function lastSizes(session: MatterSession, setId: string): ReadonlyMap<string, BuiltSize> {
  const [build] = selectBuilds(session, setId);
  if (!build) return new Map();
  return new Map(
    selectOutputs(session, build.id).flatMap(({ role, label, sizeBytes, pages }) =>
      role !== 'exhibit' || label === null ? [] : [[label, { sizeBytes, pages: pages ?? 0 }]],
    ),
  );
}
