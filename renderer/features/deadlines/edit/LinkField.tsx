import type { ReactNode } from 'react';
import { Button } from '../../../ui/index.ts';
import { editWords as words } from './words.ts';

/** A docket entry or a document that is chosen from a list: what is chosen, a way to choose, and a way to remove it. */
export function LinkField(props: {
  label: string;
  /** What is chosen; null where nothing is. */
  chosen: ReactNode | null;
  none: string;
  choose: string;
  onChoose: () => void;
  /** Null where something must be chosen. */
  onRemove: (() => void) | null;
  error?: string | null;
}) {
  const { label, chosen, none, choose, onChoose, onRemove, error = null } = props;
  return (
    <div role="group" aria-label={label} className="flex min-w-0 flex-col gap-1">
      <span className="text-sm font-medium">{label}</span>
      <div className="flex min-h-7.5 items-center gap-2">
        <span className={`min-w-0 grow truncate ${chosen === null ? 'text-ink-soft' : ''}`}>
          {chosen ?? none}
        </span>
        {chosen !== null && onRemove !== null && (
          <Button size="small" variant="quiet" aria-label={`${words.remove}: ${label}`} onPress={onRemove}>
            {words.remove}
          </Button>
        )}
        <Button size="small" aria-label={`${label}: ${choose}`} onPress={onChoose}>
          {choose}
        </Button>
      </div>
      {error !== null && <p className="text-sm text-danger-ink">{error}</p>}
    </div>
  );
}
