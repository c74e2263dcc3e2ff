import { useMemo } from 'react';
import type { MenuName } from '../../../shared/contract/commands.ts';
import type { EvidenceId, MatterId } from '../../../shared/model/common.ts';
import {
  showError,
  useCommandKeys,
  useCommandStates,
  useEngineQuery,
  useKeptItems,
  useOpenMatter,
  useReaderTarget,
  useRunCommand,
  useTellWhyNot,
  useWhyNot,
} from '../../client/index.ts';
import { formatDocketNumber, showEntry } from '../../features/docket/index.ts';
import { recentDetail, useMatterSession } from '../../features/matter/index.ts';

export type PaletteKind = 'pinned' | 'recent' | 'command' | 'matter' | 'document' | 'entry' | 'unavailable';

export interface PaletteItem {
  readonly id: string;
  readonly kind: PaletteKind;
  readonly title: string;
  readonly keywords?: string;
  readonly detail?: string;
  readonly keys?: readonly string[];
  readonly run: () => void;
}

/** Commands within a matter come before commands about matters. */
const menuOrder: readonly MenuName[] = [
  'Docket',
  'Deadlines',
  'Evidence',
  'Exhibits',
  'Reader',
  'Notes',
  'Review',
  'Argument',
  'Go',
  'Edit',
  'View',
  'File',
  'Help',
];

/** Documents offered before a word is typed; in larger matters only those that match the words are read. */
const documentsAtHand = 1_000;
const noWords = { filter: {}, sort: 'receivedAt', isDescending: true } as const;

/** The matter's documents: all of a small matter, of a larger one those that match the words. */
function useDocuments(inMatter: { readonly matterId: MatterId } | null, query: string) {
  const all = useEngineQuery('evidence.find', inMatter && { ...inMatter, ...noWords }).data;
  const isLarge = (all?.total ?? 0) > documentsAtHand;
  const narrowed = useEngineQuery(
    'evidence.find',
    inMatter && isLarge ? { ...inMatter, ...noWords, filter: { words: query } } : null,
    { keepsPrevious: true },
  ).data;
  const ids = useMemo(
    () => (isLarge ? narrowed : all)?.ids.slice(0, documentsAtHand) ?? [],
    [isLarge, narrowed, all],
  );
  return useEngineQuery('evidence.rows', inMatter && ids.length > 0 ? { ...inMatter, ids } : null, {
    keepsPrevious: true,
  }).data;
}

/**
 * Everything the palette offers now.
 *
 * @param query at most 500 characters; only a large matter's documents are narrowed by it here
 */
export function usePaletteItems(onlyMatters: boolean, query: string): readonly PaletteItem[] {
  const matter = useOpenMatter();
  const run = useRunCommand();
  const tellWhyNot = useTellWhyNot();
  const whyNot = useWhyNot();
  const states = useCommandStates();
  const commandKeys = useCommandKeys();
  const reader = useReaderTarget();
  const { open } = useMatterSession();
  const inMatter = matter === null || onlyMatters ? null : { matterId: matter.id };
  const recents = useEngineQuery('matter.listRecent', {}).data;
  const evidence = useDocuments(inMatter, query);
  const kept = useKeptItems();
  const docket = useEngineQuery('docket.list', inMatter).data;

  return useMemo(() => {
    const matters = (recents ?? [])
      .filter(({ isMissing, openId }) => !isMissing && (openId === null || openId !== matter?.id))
      .map<PaletteItem>((recent) => ({
        id: `matter ${recent.recentId}`,
        kind: 'matter',
        title: recent.title,
        keywords: recentDetail(recent),
        detail: recentDetail(recent),
        run: () => void open({ recentId: recent.recentId }, recent.title).catch(showError),
      }));
    if (onlyMatters) return matters;
    const read = (evidenceId: EvidenceId, title: string) =>
      matter && reader.show({ source: { matterId: matter.id, evidenceId }, title });
    const commandItems = states
      .filter(({ id }) => id !== 'palette.open')
      .toSorted((a, b) => menuOrder.indexOf(a.command.menu) - menuOrder.indexOf(b.command.menu))
      .map<PaletteItem>(({ id, command, isEnabled }) => ({
        id: `command ${id}`,
        kind: isEnabled ? 'command' : 'unavailable',
        title: command.menu === 'Go' && id !== 'go.nextPane' ? `Go to ${command.title}` : command.title,
        keywords: command.menu,
        ...(isEnabled
          ? { keys: commandKeys(id), run: () => void run(id) }
          : { detail: whyNot(id), run: () => tellWhyNot(id) }),
      }));
    const documents = (evidence ?? []).map<PaletteItem>(
      ({ id, title, originalName, exhibitLabels, docketNumbers }) => ({
        id: `document ${id}`,
        kind: 'document',
        title,
        keywords: [originalName, ...exhibitLabels, ...docketNumbers].join(' '),
        run: () => read(id, title),
      }),
    );
    const entries = (docket ?? []).map<PaletteItem>((entry) => ({
      id: `entry ${entry.id}`,
      kind: 'entry',
      title: `${formatDocketNumber(entry)} ${(entry.text || entry.shortText).slice(0, 160)}`.trim(),
      keywords: entry.filer,
      run: () => {
        const { evidenceId, evidenceTitle, text } = entry;
        if (evidenceId) read(evidenceId, evidenceTitle ?? text);
        else {
          run('go.docket');
          showEntry(entry.id);
        }
      },
    }));
    const source = reader.target?.source;
    const openId = source && 'evidenceId' in source ? source.evidenceId : null;
    const pinned = new Set(kept.pinned.map(({ id }) => id));
    const again = (kind: 'pinned' | 'recent') =>
      // The document in front is open already, and pinned ones are above: the first recent one is the previous one.
      kept[kind]
        .filter(({ id }) => kind === 'pinned' || (id !== openId && !pinned.has(id)))
        .map<PaletteItem>(({ id, title }) => ({
          id: `${kind} ${id}`,
          kind,
          title,
          run: () => read(id, title),
        }));
    return [...again('pinned'), ...again('recent'), ...commandItems, ...entries, ...documents, ...matters];
  }, [
    matter,
    recents,
    evidence,
    docket,
    states,
    run,
    reader,
    open,
    onlyMatters,
    kept,
    commandKeys,
    tellWhyNot,
    whyNot,
  ]);
}
