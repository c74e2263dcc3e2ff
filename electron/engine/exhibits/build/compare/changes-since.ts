import type { ExhibitManifest } from '../../../../../shared/model/exhibit-manifest.ts';
import type { BuildComparison } from '../../../../../shared/model/exhibits.ts';
import type { JobContext } from '../../../handlers.ts';
import { sql } from '../../../store/query-builder.ts';
import type { MatterSession } from '../../../store/session.ts';
import { carriedPages } from '../../carried-pages.ts';
import { listExhibits, type ExhibitRow } from '../../exhibit-repository.ts';
import { listSets, showsPlaces, type SetRow } from '../../set-repository.ts';
import { designationOf } from '../plan/plan-item.ts';
import { indexNote } from '../plan/plan-set.ts';

type Change = BuildComparison['changes'][number];
type ManifestExhibit = ExhibitManifest['exhibits'][number];

/** The most changes reported. */
const maxChanges = 500;

/**
 * What differs now from what a manifest says: the manifest itself, the version, settings of the set, its exhibits, the originals behind them. A comparison
 * builds by the manifest alone, so that nothing of this needs to show in its files.
 *
 * @param setId the set whose build wrote the manifest; null where none did
 */
export function changesSince(
  manifest: ExhibitManifest,
  setId: string | null,
  { session, platform }: Pick<JobContext, 'session' | 'platform'>,
): Change[] {
  const { tool, set: built } = manifest;
  const changes: Change[] = [];
  if (setId === null)
    changes.push({
      kind: 'manifest',
      label: null,
      message:
        'No build of this matter wrote this manifest: it was changed since, its set was deleted, or it is of another matter.',
    });
  for (const message of otherVersion(tool.version, platform.appVersion))
    changes.push({ kind: 'version', label: null, message });
  const sets = listSets(session).filter(({ id, name }) =>
    setId === null ? name === built.name : id === setId,
  );
  const [set] = sets;
  if (!set || sets.length > 1)
    return [
      ...changes,
      { kind: 'set', label: null, message: `The matter has no one set “${built.name}” to compare it with.` },
    ];
  changes.push(...settingsChanged(manifest, set));
  changes.push(...exhibitsChanged(manifest, set, listExhibits(session, set.id)));
  const left = changes.length - maxChanges;
  if (left <= 0) return changes;
  const more = { kind: 'set', label: null, message: `${left} more changes are not listed.` } as const;
  return [...changes.slice(0, maxChanges), more];
}

/** The change that another version of the program built it, if one did. */
export function otherVersion(built: string, now: string): string[] {
  return built === now ? [] : [`It was built by version ${built}; this is version ${now}.`];
}

/**
 * Whether a manifest was altered after its build: the matter's record of builds has every file that it names, by hash, and not itself.
 * Of a build that is not on record, as one of another matter, that cannot be said.
 */
export function isAltered(manifest: ExhibitManifest, setId: string | null, session: MatterSession): boolean {
  if (setId !== null) return false;
  const isRecorded = session.prepare('SELECT 1 FROM build_output WHERE sha256 = ?').pluck();
  return manifest.outputs.every(({ sha256 }) => isRecorded.get(sha256) === 1);
}

/** The set whose build wrote a manifest, by its hash; null where none did. */
export function setBuiltWith(session: MatterSession, sha256: string): string | null {
  const row = session.get(
    sql
      .selectFrom('build_output')
      .innerJoin('build', 'build.id', 'build_output.build_id')
      .select('build.set_id')
      .where('build_output.role', '=', 'manifest')
      .where('build_output.sha256', '=', sha256)
      .limit(1),
  );
  return row?.set_id ?? null;
}

function settingsChanged({ set: built, exhibits }: ExhibitManifest, set: SetRow): Change[] {
  const bringing = exhibits.filter(({ pages }) => pages.length > 0);
  const carrying = bringing.filter(({ carried }) => carried !== null);
  const settings: readonly (readonly [string, string | boolean | null, string | boolean | null])[] = [
    ['Name', built.name, set.name],
    ['Bates prefix', built.batesPrefix, set.bates?.prefix ?? null],
    ['Place of Bates numbers', built.numberPosition, set.numberPosition],
    ['Every scanned page looked at', built.looksAtEveryPage ?? false, set.looksAtEveryPage],
    ['Pages numbered within each exhibit', built.numbersPages ?? false, showsPlaces(set)],
    ['PDF/A', built.isArchival ?? false, set.isArchival],
    // PDF/A has them as print, whatever the set says.
    ['Form fields become print', built.flattensForms, set.flattensForms || built.isArchival === true],
    ['Corner of stickers', built.stickerCorner, set.stickerCorner],
    ...(set.stickerColour === 'party'
      ? []
      : [['Color of stickers', built.stickerColour, set.stickerColour] as const]),
    ...(bringing.length === 0
      ? []
      : [['Slip sheets', bringing.some(({ slipSheet }) => slipSheet !== null), set.hasSlipSheets] as const]),
    // A page that stands for an exhibit has none.
    ...(carrying.length === 0
      ? []
      : [['Stickers', carrying.some(({ hasSticker }) => hasSticker), set.hasStickers] as const]),
  ];
  return settings
    .filter(([, was, now]) => was !== now)
    .map(([name, was, now]) => ({
      kind: 'setting',
      label: null,
      message: `${name}: ${said(was)} in the manifest, ${said(now)} in the set now.`,
    }));
}

function said(value: string | boolean | null): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return `“${value}”`;
}

function exhibitsChanged(manifest: ExhibitManifest, set: SetRow, exhibits: readonly ExhibitRow[]): Change[] {
  const standing = manifest.exhibits.filter(({ isSealedCopy }) => !isSealedCopy);
  const now = new Map(exhibits.map((exhibit) => [exhibit.label, exhibit]));
  const built = new Set(standing.map(({ label }) => label));
  return [
    ...standing.flatMap((was): Change[] => {
      const exhibit = now.get(was.label);
      if (exhibit) return exhibitChanged(was, exhibit, set);
      return [{ kind: 'exhibit', label: was.label, message: 'No exhibit of the set has this label now.' }];
    }),
    ...exhibits
      .filter(({ label }) => !built.has(label))
      .map(({ label }): Change => ({ kind: 'exhibit', label, message: 'It was added to the set since.' })),
  ];
}

function stands(note: string): string {
  return note === '' ? 'the exhibit itself' : `“${note}”`;
}

function exhibitChanged(was: ManifestExhibit, exhibit: ExhibitRow, set: SetRow): Change[] {
  const { label, title, original, status } = exhibit;
  const messages: string[] = [];
  if (title !== was.title) messages.push(`Its title is “${title}” now, and was “${was.title}”.`);
  const source = original?.sha256 ?? null;
  const isOther = source !== (was.source?.sha256 ?? null);
  const sourceChange: Change[] = isOther
    ? [
        {
          kind: 'source',
          label,
          message: `${original ? `“${original.originalName}”` : 'Nothing'} stands behind it now, and ${was.source ? `another original${was.source.name === '' ? '' : `, “${was.source.name}”,`}` : 'nothing'} did when it was built.`,
        },
      ]
    : [];
  const note = indexNote(exhibit);
  if (note !== was.note)
    messages.push(`In the binder stands ${stands(note)} now, and ${stands(was.note)} when it was built.`);
  if (!isOther && status === 'active' && was.carried !== null && was.rendition === null) {
    const pages = carriedPages(exhibit).pages ?? [];
    const carried = was.pages.map(({ sourcePage }) => sourcePage);
    if (pages.length !== carried.length || pages.some((page, at) => page !== carried[at]))
      messages.push('Other pages of its original are carried now.');
  }
  const designation = designationOf(set, exhibit);
  if (was.pages.length > 0 && designation !== was.designation)
    messages.push(
      `Its designation is ${said(designation || null)} now, and was ${said(was.designation || null)}.`,
    );
  return [...sourceChange, ...messages.map((message): Change => ({ kind: 'exhibit', label, message }))];
}
