import type { TagId } from '../../../../shared/model/common.ts';
import { useCommand } from '../../../client/index.ts';
import { useTags, type RowStore } from '../../evidence/index.ts';
import type { QueueItems } from '../items/use-queue-items.ts';
import type { CodeItem } from './code-item.ts';
import type { CodingAct } from './coding-keys.ts';
import type { Decision } from './decision.ts';
import { useCodingKeys } from './use-coding-keys.ts';

interface CodingCommands {
  readonly items: QueueItems;
  readonly rows: RowStore;
  /** Codes the item that is selected alone; null for none or several. */
  readonly coder: CodeItem | null;
  /** Whether items can be coded here. */
  readonly isEnabled: boolean;
  readonly onChoosePrivilege: () => void;
  /** Asks about all selected items at once, beginning with a decision. */
  readonly onCodeSeveral: (decision: Decision) => void;
}

/** Codes the selected items and goes through the queue by single keys and by the commands of menu and palette. */
export function useCodingCommands(commands: CodingCommands): void {
  const { items, rows, coder, isEnabled, onChoosePrivilege, onCodeSeveral } = commands;
  const { list, selected, only, step } = items;
  const issues = useTags().filter(({ kind }) => kind === 'issue');

  const codeOne = (asked: CodingAct, item: CodeItem) => {
    const row = rows.get(only ?? '');
    if (!row) return;
    if (asked.kind === 'responsive') item.setResponsive(asked.value);
    else if (asked.kind === 'relevance') item.setRelevance(asked.value);
    else if (asked.kind === 'privilege') onChoosePrivilege();
    else if (asked.kind === 'flagged') item.setFlagged(!row.isFlagged);
    else if (asked.kind === 'reviewed') item.setReviewed(true);
    else if (asked.kind === 'issue') {
      const issue = issues[asked.at];
      if (issue) item.toggleIssue(issue.id);
    }
  };
  const act = (asked: CodingAct) => {
    if (asked.kind === 'next') step(1);
    else if (asked.kind === 'previous') step(-1);
    else if (asked.kind === 'several') onCodeSeveral({});
    else if (coder) codeOne(asked, coder);
    else if (selected.length > 1)
      onCodeSeveral(decisionOf(asked, issues[asked.kind === 'issue' ? asked.at : -1]?.id));
  };
  useCodingKeys(act);

  const canStep = { isEnabled: list.ids.length > 0 };
  const canCode = { isEnabled: isEnabled && selected.length > 0 };
  useCommand('review.next', () => step(1), canStep);
  useCommand('review.previous', () => step(-1), canStep);
  useCommand('review.responsive', () => act({ kind: 'responsive', value: true }), canCode);
  useCommand('review.notResponsive', () => act({ kind: 'responsive', value: false }), canCode);
  useCommand('review.hot', () => act({ kind: 'relevance', value: 3 }), canCode);
  useCommand('review.privilege', () => act({ kind: 'privilege' }), canCode);
  useCommand('review.reviewed', () => act({ kind: 'reviewed' }), canCode);
  useCommand('review.several', () => act({ kind: 'several' }), canCode);
}

/** What a key pressed with several items selected would decide about all of them. */
function decisionOf(asked: CodingAct, issueId: TagId | undefined): Decision {
  if (asked.kind === 'responsive') return { isResponsive: asked.value };
  if (asked.kind === 'relevance') return { relevance: asked.value };
  return asked.kind === 'issue' && issueId !== undefined ? { addIssueIds: [issueId] } : {};
}
