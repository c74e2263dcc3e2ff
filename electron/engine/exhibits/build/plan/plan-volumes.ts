import { splitVolumes } from '../../../../../shared/domain/exhibits/volumes.ts';
import type { VolumePlan } from '../../../../../shared/model/exhibits.ts';
import { sql } from '../../../store/query-builder.ts';
import type { MatterSession } from '../../../store/session.ts';
import { selectBuilds, selectOutputs } from '../../build-repository.ts';
import { binderPages, carriedPages } from '../../carried-pages.ts';
import { isPlaceholder, listExhibits, type ExhibitRow } from '../../exhibit-repository.ts';
import { getSet, type SetRow } from '../../set-repository.ts';
import { volumeLimit, type VolumeChoice } from './volume-limit.ts';

/**
 * What an exhibit takes of a volume beside its pages, roughly: slip sheet, sticker, bookmarks, a row of the index. By the kind of its
 * slip sheet, and without one.
 */
const besideBytes = { caption: 1_900, plain: 1_600, none: 900 } as const;
/** A page beside what its original takes for it, its Bates number, and its designation. */
const pageBytes = 120;
const numberBytes = 280;
const designationBytes = 140;
/** A page that stands for what is not shown. */
const standInBytes = 1_500;
/** A volume without its exhibits, fonts and index most of it: slip sheets want more of their letters. */
const volumeBytes = { caption: 20_800, plain: 20_800, none: 18_300 } as const;

/**
 * How a set would be split into volumes: by the sizes of the last build where an exhibit is as it was, else by those of what its pages
 * are taken from.
 *
 * @throws AppError NOT_FOUND, COURT_PROFILE_NOT_FOUND
 */
export function planVolumes(session: MatterSession, setId: string, choice: VolumeChoice): VolumePlan {
  const set = getSet(session, setId);
  const exhibits = listExhibits(session, setId);
  const { limitBytes, source } = volumeLimit(session, choice);
  const emptyBytes = volumeBytes[sheetOf(set)];
  const built = lastSizes(session, setId, emptyBytes);
  const known = { built, renditions: renditionSizes(session, setId) };
  const placeOf = new Map(exhibits.map(({ id }, at) => [id, at]));
  const pages = exhibits.map((exhibit) => binderPages(exhibit) ?? 0);
  const sizes = exhibits.map((exhibit, at) => estimate(exhibit, pages[at]!, set, known));
  const parts = exhibits.map((exhibit, at) => ({
    sizeBytes: sizes[at]!,
    parent: exhibit.parentId === null ? null : (placeOf.get(exhibit.parentId) ?? null),
    sealedVolume: exhibit.sealedVolume,
  }));
  const split = exhibits.length === 0 ? [] : splitVolumes(parts, { limitBytes, overheadBytes: emptyBytes });
  const volumes = split.map(({ name, places, sizeBytes, isOverLimit }) => ({
    name,
    firstLabel: exhibits[places[0]!]!.label,
    lastLabel: exhibits[places.at(-1)!]!.label,
    exhibits: places.length,
    pages: places.reduce((sum, place) => sum + pages[place]!, 0),
    sizeBytes,
    isOverLimit,
  }));
  return {
    limitBytes,
    limitSource: source,
    totalBytes: volumes.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    volumes,
  };
}

/** What a set's last build, and the PDFs made of originals that are not PDFs, tell about sizes. */
interface KnownSizes {
  readonly built: LastSizes;
  /** By the content of the original. */
  readonly renditions: ReadonlyMap<number, number>;
}

interface LastSizes {
  /** By label; slip sheets counted as pages. */
  readonly own: ReadonlyMap<string, { readonly sizeBytes: number; readonly pages: number }>;
  /** What an exhibit's own file has that stands once in a volume for all. */
  readonly sharedBytes: number;
}

/** Bytes that an exhibit takes of a volume. */
function estimate(
  exhibit: ExhibitRow,
  pages: number,
  set: SetRow,
  { built, renditions }: KnownSizes,
): number {
  const last = built.own.get(exhibit.label);
  if (last && (last.pages === pages || last.pages === pages + 1)) return last.sizeBytes - built.sharedBytes;
  const sheet = sheetOf(set);
  const printed = (set.bates === null ? 0 : numberBytes) + (set.designation === '' ? 0 : designationBytes);
  return carriedBytes(exhibit, renditions) + pages * (pageBytes + printed) + besideBytes[sheet];
}

function sheetOf({ hasSlipSheets, slipSheetTemplate }: SetRow): keyof typeof volumeBytes {
  return hasSlipSheets ? slipSheetTemplate : 'none';
}

function carriedBytes(exhibit: ExhibitRow, renditions: KnownSizes['renditions']): number {
  const { status, treatment, original } = exhibit;
  if (status !== 'active') return 0;
  if (treatment !== 'pages' || !original) return standInBytes;
  const { contentId, kind, sizeBytes, itemPages } = original;
  const wholeBytes = renditions.get(contentId) ?? (isPlaceholder(kind) ? standInBytes : sizeBytes);
  const carried = carriedPages(exhibit).pages?.length ?? 1;
  return Math.ceil(wholeBytes * (itemPages ? Math.min(1, carried / itemPages) : 1));
}

/** @param emptyBytes a volume without exhibits */
function lastSizes(session: MatterSession, setId: string, emptyBytes: number): LastSizes {
  const [build] = selectBuilds(session, setId);
  const outputs = build ? selectOutputs(session, build.id) : [];
  const own = new Map(
    outputs.flatMap(({ role, label, sizeBytes, pages }) =>
      role !== 'exhibit' || label === null ? [] : [[label, { sizeBytes, pages: pages ?? 0 }]],
    ),
  );
  const volumes = outputs.filter(({ role }) => role === 'volume');
  const ownBytes = [...own.values()].reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const inVolumes = volumes.reduce((sum, { sizeBytes }) => sum + sizeBytes - emptyBytes, 0);
  return { own, sharedBytes: Math.max(0, Math.floor((ownBytes - inVolumes) / Math.max(1, own.size))) };
}

/** Sizes of the newest PDFs that stand for the set's originals, by the content of the original. */
function renditionSizes(session: MatterSession, setId: string): Map<number, number> {
  const rows = session.all(
    sql
      .selectFrom('exhibit')
      .innerJoin('evidence_item', 'evidence_item.id', 'exhibit.evidence_id')
      .innerJoin('rendition', 'rendition.content_id', 'evidence_item.content_id')
      .innerJoin('content', 'content.id', 'rendition.rendition_id')
      .select(['rendition.content_id', 'content.size_bytes'])
      .where('exhibit.set_id', '=', setId)
      .orderBy('rendition.made_at'),
  );
  return new Map(rows.map((row) => [row.content_id, row.size_bytes]));
}
