import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { messageOf } from '../../../client/index.ts';
import { Dialog, ErrorLine } from '../../../ui/index.ts';
import { conflictWords as words } from './words.ts';

interface SettleDialogProps {
  readonly title: string;
  /** The item that the conflict is about, and in words what the conflict is. */
  readonly item: string;
  readonly body: string;
  readonly settling: { readonly isPending: boolean; readonly error: unknown };
  readonly onSettle: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What a conflict is about, its sides, and the button that settles it. */
export function SettleDialog({
  title,
  item,
  body,
  settling,
  onSettle,
  onClose,
  children,
}: SettleDialogProps) {
  const { isPending, error } = settling;
  return (
    <Dialog
      title={title}
      width="large"
      onClose={onClose}
      onSubmit={onSettle}
      isBusy={isPending}
      submitLabel={words.settleNow}
    >
      <div>
        <p className="font-semibold wrap-anywhere">{item}</p>
        <p className="text-ink-soft">{body}</p>
      </div>
      {children}
      {error !== null && <ErrorLine>{messageOf(error)}</ErrorLine>}
    </Dialog>
  );
}

/** Marks what the sides of a conflict have not in common. */
export function Differs() {
  return (
    <span className="flex items-center gap-1 text-sm font-normal text-warning-ink">
      <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
      {words.different}
    </span>
  );
}
