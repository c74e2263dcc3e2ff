import { X } from 'lucide-react';
import { createContext, use, type ReactNode } from 'react';
import { Button, IconButton, type ButtonProps } from '../Button.tsx';
import { bringBack } from '../use-focus-kept.ts';

interface SelectionStripProps {
  readonly label: string;
  /** Number of selected rows; the strip is shown for 0 too, so that nothing moves when a row is selected. */
  readonly count: number;
  /** The number as text. */
  readonly summary: string;
  /** Buttons that act on the selection: `StripButton`. */
  readonly children: ReactNode;
  readonly clearLabel: string;
  readonly onClear: () => void;
}

const IsNone = createContext(false);

/** Acts on what is selected. */
export function StripButton(props: Pick<ButtonProps, 'icon' | 'children' | 'changesMatter' | 'onPress'>) {
  return <Button size="small" foldsBelow="xl" isDisabled={use(IsNone)} {...props} />;
}

/** Above a list: how much of it is selected, and what can be done with the selection. */
export function SelectionStrip({
  label,
  count,
  summary,
  children,
  clearLabel,
  onClear,
}: SelectionStripProps) {
  const isNone = count === 0;
  return (
    <div
      role="group"
      aria-label={label}
      className={`flex min-h-10 shrink-0 flex-wrap items-center gap-1.5 border-b border-line px-2.5 py-1 ${isNone ? 'bg-surface' : 'bg-info-soft'}`}
    >
      <span
        className={`min-w-0 grow basis-20 truncate text-sm ${isNone ? 'text-ink-soft' : 'font-medium text-info-ink'}`}
      >
        {summary}
      </span>
      <IsNone value={isNone}>{children}</IsNone>
      <IconButton
        size="small"
        label={clearLabel}
        icon={<X />}
        isDisabled={isNone}
        onPress={() => {
          onClear();
          // The pressed button cannot be pressed any more, and so cannot keep the focus.
          bringBack();
        }}
      />
    </div>
  );
}
