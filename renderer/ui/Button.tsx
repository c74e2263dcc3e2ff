import type { ReactNode, Ref } from 'react';
import {
  Button as AriaButton,
  Tooltip,
  TooltipTrigger,
  type ButtonProps as AriaProps,
} from 'react-aria-components';
import { Kbd } from './Kbd.tsx';

export interface ButtonProps extends Omit<AriaProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  /** `primary` at most once in a view; `danger` for what cannot simply be undone. */
  readonly variant?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly size?: 'small' | 'medium';
  /** Icon before the label. */
  readonly icon?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

const base =
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap cursor-default ' +
  'disabled:opacity-50 forced-colors:border [&_svg]:size-4 [&_svg]:shrink-0';
const sizes = { small: 'h-6 px-2 text-sm', medium: 'h-7.5 px-3' } as const;
const variants = {
  plain: 'border border-edge/60 bg-surface text-ink hover:bg-hover active:bg-pressed',
  primary: 'bg-accent text-accent-ink hover:bg-accent-hover',
  danger: 'bg-danger text-accent-ink hover:bg-danger-hover',
  quiet: 'text-ink hover:bg-hover active:bg-pressed',
} as const;

export function Button({ children, variant = 'plain', size = 'medium', icon, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={`${base} ${sizes[size]} ${variants[variant]}`}>
      {icon}
      {children}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'variant' | 'aria-label'> {
  /** What it does, for the tooltip and for screen readers. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Keys that do the same, shown in the tooltip. */
  readonly shortcut?: readonly string[];
}

export function IconButton({ label, icon, shortcut, size = 'medium', ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...props}
        aria-label={label}
        className={
          'inline-flex shrink-0 items-center justify-center rounded-md text-ink-soft cursor-default hover:bg-hover ' +
          'hover:text-ink active:bg-pressed aria-pressed:bg-selected aria-pressed:text-ink disabled:opacity-45 ' +
          (size === 'small' ? 'size-6 [&_svg]:size-3.5' : 'size-7.5 [&_svg]:size-4')
        }
      >
        {icon}
      </AriaButton>
      <Tooltip
        offset={6}
        className="popover-motion flex items-center gap-2 rounded-md bg-ink px-2 py-1 text-sm text-surface shadow-pop forced-colors:border"
      >
        {label}
        {shortcut && shortcut.length > 0 && <Kbd keys={shortcut} isInverted />}
      </Tooltip>
    </TooltipTrigger>
  );
}
