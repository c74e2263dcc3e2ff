import { mostItemsInPaper } from '../../../shared/domain/authenticity/most-items.ts';
import type { EvidenceId } from '../../../shared/model/common.ts';
import type { EvidenceItem } from '../../../shared/model/evidence.ts';
import { useMatter, useSingleKey } from '../../client/index.ts';
import type { MenuEntry } from '../../ui/index.ts';
import { mostForSet } from './EvidenceButtons.tsx';
import type { RowStore } from './list/rows/row-store.ts';
import type { EvidenceActions } from './use-evidence-actions.ts';
import { overlayWords } from './overlay/words.ts';
import { words } from './words.ts';

interface ItemMenu {
  readonly actions: EvidenceActions;
  readonly rowStore: RowStore;
  readonly onAddToSet: (ids: readonly EvidenceId[]) => void;
  readonly onEditTags: () => void;
  readonly onDescribe: () => void;
  readonly onCheckRedactions: (ids: readonly EvidenceId[]) => void;
  readonly onRedact: (item: EvidenceItem) => void;
  readonly onReportCustody: (ids: readonly EvidenceId[]) => void;
  readonly onCertify: (ids: readonly EvidenceId[]) => void;
  readonly onSummarize: (ids: readonly EvidenceId[]) => void;
  readonly onOverlay: (id: EvidenceId) => void;
}

/** Load files are tables, whatever their name. */
function mayBeLoadFile(item: EvidenceItem | undefined): boolean {
  return item?.kind === 'csv' || item?.kind === 'text';
}

/** Everything that can be done with chosen items, as the menu of a row and of the toolbar have it. */
export function useItemMenu(menu: ItemMenu): (ids: readonly EvidenceId[]) => readonly MenuEntry[] {
  const { isReadOnly } = useMatter();
  const singleKey = useSingleKey();
  const { actions, rowStore } = menu;
  return (ids) => {
    const isNone = ids.length === 0;
    const [first] = ids;
    // Chosen items are in view, so their rows are known; an unknown one counts as not archived.
    const isArchive = ids.slice(0, 1_000).some((id) => rowStore.get(id)?.isArchived !== true);
    const open = () => {
      const item = first && rowStore.get(first);
      if (item) actions.open(item);
    };
    return [
      { id: 'open', label: words.open, shortcut: ['Enter'], isDisabled: ids.length !== 1, onAction: open },
      {
        id: 'toSet',
        label: words.addToSet,
        isDisabled: isNone || isReadOnly || ids.length > mostForSet,
        onAction: () => menu.onAddToSet(ids),
      },
      'separator',
      {
        id: 'reviewed',
        label: words.reviewedMenu,
        shortcut: singleKey('R'),
        isDisabled: isNone || isReadOnly,
        onAction: () => void actions.toggleReviewed(ids),
      },
      {
        id: 'flag',
        label: words.flagMenu,
        shortcut: singleKey('F'),
        isDisabled: isNone || isReadOnly,
        onAction: () => void actions.toggleFlagged(ids),
      },
      {
        id: 'tags',
        label: words.editTags,
        shortcut: singleKey('T'),
        isDisabled: isNone || isReadOnly,
        onAction: menu.onEditTags,
      },
      {
        id: 'describe',
        label: words.describe,
        isDisabled: isNone || isReadOnly,
        onAction: menu.onDescribe,
      },
      'separator',
      {
        id: 'recognise',
        label: words.recognize,
        isDisabled: isNone || isReadOnly,
        onAction: () => void actions.recognize(ids),
      },
      {
        id: 'verify',
        label: words.verify,
        isDisabled: isNone || isReadOnly,
        onAction: () => void actions.verify(ids),
      },
      {
        id: 'redactions',
        label: words.checkRedactions,
        isDisabled: isNone,
        onAction: () => menu.onCheckRedactions(ids),
      },
      {
        id: 'redact',
        label: ids.length > 1 ? words.redactOne : words.redact,
        isDisabled: ids.length !== 1,
        onAction: () => {
          const item = first && rowStore.get(first);
          if (item) menu.onRedact(item);
        },
      },
      {
        id: 'custody',
        label: words.custodyReport,
        isDisabled: isNone || ids.length > mostItemsInPaper,
        onAction: () => menu.onReportCustody(ids),
      },
      {
        id: 'certificate',
        label: words.certificate,
        isDisabled: isNone || ids.length > mostItemsInPaper,
        onAction: () => menu.onCertify(ids),
      },
      {
        id: 'summary',
        label: words.summary,
        isDisabled: isNone || ids.length > mostItemsInPaper,
        onAction: () => menu.onSummarize(ids),
      },
      {
        id: 'overlay',
        label: overlayWords.menu,
        isDisabled: ids.length !== 1 || !mayBeLoadFile(first && rowStore.get(first)),
        onAction: () => menu.onOverlay(first!),
      },
      {
        id: 'export',
        label: words.export,
        isDisabled: isNone,
        onAction: () => void actions.exportOriginals(ids),
      },
      {
        id: 'archive',
        label: isArchive ? words.archive : words.unarchive,
        shortcut: isArchive ? ['Del'] : [],
        isDisabled: isNone || isReadOnly,
        onAction: () => actions.archive(ids, isArchive),
      },
    ];
  };
}
