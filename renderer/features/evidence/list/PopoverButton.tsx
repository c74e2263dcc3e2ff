import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Button } from '../../../ui/index.ts';

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
