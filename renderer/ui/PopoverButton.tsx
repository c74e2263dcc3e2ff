import { ChevronDown, ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Button } from './Button.tsx';

/** A button that opens choices which stay open while one after the other is made. */
export function PopoverButton(props: { label: string; icon: ReactNode; text: string; children: ReactNode }) {
  return (
    <DialogTrigger>
      <Button
        icon={props.icon}
        iconAfter={<ChevronDown aria-hidden className="text-ink-soft" />}
        foldsBelow="xl"
        aria-label={props.label}
      >
        {props.text}
      </Button>
      <Popover className="popover-motion overflow-auto rounded-md border border-line bg-raised shadow-pop">
        <Dialog aria-label={props.label} className="flex flex-col gap-3 p-3 outline-none">
          {props.children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface FilterPopoverProps {
  /** How many filters are in use. */
  readonly inUse: number;
  readonly words: { readonly filter: string; readonly removeAll: string; narrowed(count: number): string };
  readonly onRemoveAll: () => void;
  readonly children: ReactNode;
}

/** The button that opens what a list can be narrowed by, with how many filters are in use. */
export function FilterPopover({ inUse, words, onRemoveAll, children }: FilterPopoverProps) {
  return (
    <PopoverButton
      icon={<ListFilter aria-hidden />}
      label={inUse === 0 ? words.filter : words.narrowed(inUse)}
      text={inUse === 0 ? words.filter : `${words.filter} (${inUse})`}
    >
      {children}
      <div className="flex justify-end border-t border-line pt-3">
        <Button size="small" isDisabled={inUse === 0} onPress={onRemoveAll}>
          {words.removeAll}
        </Button>
      </div>
    </PopoverButton>
  );
}
