import { Ellipsis } from 'lucide-react';
import { useRef, type ReactNode, type RefObject } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components';
import { IconButton, type IconButtonProps } from './Button.tsx';
import { Kbd } from './Kbd.tsx';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  /** What tells it from others of the same label. */
  readonly description?: string;
  readonly onAction: () => void;
  readonly icon?: ReactNode;
  readonly shortcut?: readonly string[];
  readonly isDisabled?: boolean;
  readonly isDanger?: boolean;
}
export type MenuEntry = MenuAction | 'separator';

/** A button (its child) that opens a menu. */
export function MenuButton(props: { label: string; items: readonly MenuEntry[]; children: ReactNode }) {
  return (
    <MenuTrigger>
      {props.children}
      <Popover className={popoverClass}>
        <MenuList label={props.label} items={props.items} />
      </Popover>
    </MenuTrigger>
  );
}

/** A button for what else can be done, told by three dots, that opens a menu. */
export function MoreMenu(props: Pick<IconButtonProps, 'label' | 'size'> & { items: readonly MenuEntry[] }) {
  const { items, ...button } = props;
  return (
    <MenuButton label={button.label} items={items}>
      <IconButton {...button} icon={<Ellipsis />} />
    </MenuButton>
  );
}

export interface ContextMenuProps {
  readonly label: string;
  readonly items: readonly MenuEntry[];
  /** Where it opens, in the window's pixels. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/** A context menu at a point, for a right click or the Menu key on a row. Shown while it is mounted. */
export function ContextMenu({ label, items, at, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className="pointer-events-none fixed size-0" style={{ left: at.x, top: at.y }} />
      <Popover
        triggerRef={anchor as RefObject<HTMLSpanElement>}
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
        placement="bottom start"
        offset={2}
        className={popoverClass}
      >
        <MenuList label={label} items={items.map(withFocusBack)} onClose={onClose} />
      </Popover>
    </>
  );
}

/**
 * A closing menu returns the focus one frame later, to the row it was opened on. The chosen action waits for that: a dialog
 * opened earlier would remember the menu as the place of the focus, and lose it on closing.
 */
function withFocusBack(item: MenuEntry): MenuEntry {
  if (item === 'separator') return item;
  return {
    ...item,
    onAction: () => requestAnimationFrame(() => requestAnimationFrame(() => item.onAction())),
  };
}

const popoverClass =
  'popover-motion min-w-48 max-w-96 overflow-auto rounded-md border border-line bg-raised p-1 shadow-pop';

function MenuList(props: { label: string; items: readonly MenuEntry[]; onClose?: () => void }) {
  return (
    <AriaMenu
      aria-label={props.label}
      autoFocus="first"
      className="outline-none"
      {...(props.onClose && { onClose: props.onClose })}
    >
      {props.items.map((item, index) =>
        item === 'separator' ? (
          <Separator key={`separator ${index}`} className="mx-2 my-1 border-t border-line" />
        ) : (
          <AriaMenuItem
            key={item.id}
            id={item.id}
            textValue={item.label}
            onAction={item.onAction}
            isDisabled={item.isDisabled ?? false}
            className={`flex min-h-7 cursor-default items-center gap-2 rounded-sm px-2 py-1 outline-none data-disabled:opacity-50 data-focused:bg-selected [&_svg]:size-4 [&_svg]:shrink-0 ${
              item.isDanger ? 'text-danger-ink' : ''
            }`}
          >
            {item.icon && <span className="text-ink-soft">{item.icon}</span>}
            <span className="flex min-w-0 grow flex-col">
              <Text slot="label" className="flex min-w-0 items-center gap-3">
                <span className="grow truncate">{item.label}</span>
                {item.shortcut && <Kbd keys={item.shortcut} />}
              </Text>
              {item.description && (
                <Text slot="description" className="truncate text-sm text-ink-soft">
                  {item.description}
                </Text>
              )}
            </span>
          </AriaMenuItem>
        ),
      )}
    </AriaMenu>
  );
}
