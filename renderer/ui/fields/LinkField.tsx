import { useRef, type ReactNode } from 'react';
import { Button } from '../Button.tsx';
import { useEntry } from '../dialogs/entries.ts';
import { buttonWords } from '../words.ts';

interface LinkFieldProps {
  readonly label: string;
  /** What is chosen; null where nothing is. */
  readonly chosen: ReactNode | null;
  readonly none: string;
  /** The button that leads to the list. */
  readonly choose: string;
  readonly onChoose: () => void;
  /** Null where something must be chosen. */
  readonly onRemove: (() => void) | null;
  readonly error?: string | null;
  readonly autoFocus?: boolean;
}

/** Something that is chosen from a list of its own: what is chosen, a way to choose, and a way to remove it. */
export function LinkField(props: LinkFieldProps) {
  const { label, chosen, none, choose, onChoose, onRemove, error = null, autoFocus = false } = props;
  const choosing = useRef<HTMLButtonElement>(null);
  // What is chosen comes from a dialog over the field's own.
  const enter = useEntry(chosen, () => undefined);
  return (
    <div role="group" aria-label={label} className="flex min-w-0 flex-col gap-1">
      <span className="text-sm font-medium">{label}</span>
      <div className="flex min-h-7.5 items-center gap-2">
        <span className={`min-w-0 grow truncate ${chosen === null ? 'text-ink-soft' : ''}`}>
          {chosen ?? none}
        </span>
        {chosen !== null && onRemove !== null && (
          <Button
            size="small"
            variant="quiet"
            aria-label={`${buttonWords.remove}: ${label}`}
            onPress={() => {
              enter(null);
              onRemove();
              // This one goes.
              choosing.current?.focus();
            }}
          >
            {buttonWords.remove}
          </Button>
        )}
        <Button
          ref={choosing}
          size="small"
          aria-label={`${label}: ${choose}`}
          autoFocus={autoFocus}
          onPress={() => {
            enter(chosen);
            onChoose();
          }}
        >
          {choose}
        </Button>
      </div>
      {error !== null && <p className="text-sm text-danger-ink">{error}</p>}
    </div>
  );
}
