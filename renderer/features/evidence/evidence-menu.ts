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
    const only = ids.length === 1 ? first : undefined;
    const onlyItem = only === undefined ? undefined : rowStore.get(only);
    // Chosen items are in view, so their rows are known; an unknown one counts as not archived.
    const isArchive = ids.slice(0, 1_000).some((id) => rowStore.get(id)?.isArchived !== true);
    const change = { isDisabled: isNone || isReadOnly };
    const paper = { isDisabled: isNone || ids.length > mostItemsInPaper };
    const open = () => onlyItem && actions.open(onlyItem);
    const redact = () => onlyItem && menu.onRedact(onlyItem);
    const redactLabel = ids.length > 1 ? words.redactOne : words.redact;
    const isFitForSet = !isNone && !isReadOnly && ids.length <= mostForSet;
    const run = (action: (ids: readonly EvidenceId[]) => unknown) => ({ onAction: () => void action(ids) });
    return [
      { id: 'open', label: words.open, shortcut: ['Enter'], isDisabled: !only, onAction: open },
      { id: 'toSet', label: words.addToSet, isDisabled: !isFitForSet, ...run(menu.onAddToSet) },
      'separator',
      {
        id: 'reviewed',
        label: words.reviewedMenu,
        shortcut: singleKey('R'),
        ...change,
        ...run(actions.toggleReviewed),
      },
      {
        id: 'flag',
        label: words.flagMenu,
        shortcut: singleKey('F'),
        ...change,
        ...run(actions.toggleFlagged),
      },
      { id: 'tags', label: words.editTags, shortcut: singleKey('T'), ...change, onAction: menu.onEditTags },
      { id: 'describe', label: words.describe, ...change, onAction: menu.onDescribe },
      'separator',
      { id: 'recognise', label: words.recognize, ...change, ...run(actions.recognize) },
      { id: 'verify', label: words.verify, ...change, ...run(actions.verify) },
      { id: 'redactions', label: words.checkRedactions, isDisabled: isNone, ...run(menu.onCheckRedactions) },
      { id: 'redact', label: redactLabel, isDisabled: !only, onAction: redact },
      { id: 'custody', label: words.custodyReport, ...paper, ...run(menu.onReportCustody) },
      { id: 'certificate', label: words.certificate, ...paper, ...run(menu.onCertify) },
      { id: 'summary', label: words.summary, ...paper, ...run(menu.onSummarize) },
      {
        id: 'overlay',
        label: overlayWords.menu,
        isDisabled: !mayBeLoadFile(onlyItem),
        onAction: () => menu.onOverlay(only!),
      },
      { id: 'export', label: words.export, isDisabled: isNone, ...run(actions.exportOriginals) },
      {
        id: 'archive',
        label: isArchive ? words.archive : words.unarchive,
        shortcut: isArchive ? ['Del'] : [],
        ...change,
        onAction: () => actions.archive(ids, isArchive),
      },
    ];
  };
}
