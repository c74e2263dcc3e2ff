import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton, Kbd } from '../../../ui/index.ts';
import { codingWords as words } from '../words.ts';

interface CodeButtonProps {
  readonly children: ReactNode;
  readonly isOn: boolean;
  /** The key that does the same; an empty text for none. */
  readonly shortcut: string;
  readonly isDisabled?: boolean;
  readonly icon?: ReactNode;
  readonly onPress: () => void;
}

/** A code to set: large, with its key on it, and a tick besides the color while it is set. */
export function CodeButton({ children, isOn, shortcut, isDisabled = false, icon, onPress }: CodeButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      disabled={isDisabled}
      onClick={onPress}
      {...(shortcut !== '' && { 'aria-keyshortcuts': shortcut })}
      className="flex min-h-8 max-w-full min-w-0 cursor-default items-center gap-1.5 rounded-md border border-edge/60 bg-surface px-2 text-left hover:bg-hover active:bg-pressed aria-pressed:border-accent aria-pressed:bg-selected aria-pressed:font-medium disabled:opacity-50 [&_svg]:size-3.5 [&_svg]:shrink-0"
    >
      {isOn ? <Check aria-hidden className="text-accent-text" /> : icon}
      <span dir="auto" className="min-w-0 truncate text-left">
        {children}
      </span>
      {shortcut !== '' && (
        <span aria-hidden className="ml-auto pl-1">
          <Kbd keys={[shortcut]} />
        </span>
      )}
    </button>
  );
}

interface CodeGroupProps {
  readonly label: string;
  readonly children: ReactNode;
  /** Clears the decision; null while there is none. */
  readonly onClear?: (() => void) | null;
}

/** Codes that belong together, with a way to clear the decision. */
export function CodeGroup({ label, children, onClear = null }: CodeGroupProps) {
  return (
    <div role="group" aria-label={label} className="flex flex-col gap-1 @sm:flex-row @sm:gap-2">
      <div className="flex h-6 items-center justify-between gap-1 @sm:h-8 @sm:w-24 @sm:shrink-0">
        <span aria-hidden className="text-sm font-medium text-ink-soft">
          {label}
        </span>
        {onClear && <IconButton label={words.clearOf(label)} icon={<X />} size="small" onPress={onClear} />}
      </div>
      <div className="flex min-w-0 grow flex-wrap content-start items-start gap-1.5">{children}</div>
    </div>
  );
}
