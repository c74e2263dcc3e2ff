import { X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../Button.tsx';

interface RemovableChipsProps<P> {
  readonly chips: readonly { readonly id: string; readonly label: string; readonly without: P }[];
  readonly words: {
    readonly inUse: string;
    readonly removeAll: string;
    remove(label: string): string;
  };
  /** Called with the filter without a chip. */
  readonly onChange: (patch: P) => void;
  readonly onRemoveAll: () => void;
}

/** The active filters of a list, removable one by one or all together. */
export function RemovableChips<P>({ chips, words, onChange, onRemoveAll }: RemovableChipsProps<P>) {
  if (chips.length === 0) return null;
  return (
    <div
      role="group"
      aria-label={words.inUse}
      className="flex shrink-0 flex-wrap items-center gap-1.5 border-b border-line px-2.5 py-1.5"
    >
      {chips.map(({ id, label, without }) => (
        <AriaButton
          key={id}
          aria-label={words.remove(label)}
          onPress={() => onChange(without)}
          className="flex h-6 max-w-64 cursor-default items-center gap-1 rounded-full border border-line bg-info-soft px-2 text-sm text-info-ink hover:bg-selected"
        >
          <span className="truncate">{label}</span>
          <X aria-hidden className="size-3.5 shrink-0" />
        </AriaButton>
      ))}
      {chips.length > 1 && (
        <Button size="small" variant="quiet" onPress={onRemoveAll}>
          {words.removeAll}
        </Button>
      )}
    </div>
  );
}
