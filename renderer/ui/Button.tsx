import { createContext, use, useRef, useState, type ReactNode, type Ref } from 'react';
import {
  Button as AriaButton,
  Tooltip,
  TooltipTrigger,
  type ButtonProps as AriaProps,
} from 'react-aria-components';
import { IsUnasked } from './dialogs/Unasked.tsx';
import { Kbd } from './Kbd.tsx';

/** Why nothing can be changed now: given where it holds, and told by each button that would. Null where things can be changed. */
export const WhyReadOnly = createContext<string | null>(null);

export interface ButtonProps extends Omit<AriaProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  /** `primary` at most once per view; `danger` for what cannot simply be undone. */
  readonly variant?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly size?: 'small' | 'medium';
  /** Icon before the label. */
  readonly icon?: ReactNode;
  /** Icon after the label. */
  readonly iconAfter?: ReactNode;
  /** In a narrower container (sm 24, md 28, lg 32, xl 36 rem) only the icon is shown, and a tooltip gives the label. */
  readonly foldsBelow?: keyof typeof folds;
  /** It changes the matter: it cannot be pressed where that is read-only, and says why. */
  readonly changesMatter?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/**
 * React Aria's button, which cannot be pressed where what it changes is read-only, and does not take the keyboard in a dialog that came up by
 * itself. Only a title is shown over a disabled button.
 */
function PressButton({
  changesMatter = false,
  autoFocus = false,
  ...given
}: AriaProps & Pick<ButtonProps, 'changesMatter' | 'ref'>) {
  const reason = use(WhyReadOnly);
  const isUnasked = use(IsUnasked);
  const props = { ...given, autoFocus: autoFocus && !isUnasked };
  if (!changesMatter || reason === null) return <AriaButton {...props} />;
  return <AriaButton {...props} isDisabled render={(given) => <button {...given} title={reason} />} />;
}

const base =
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap cursor-default ' +
  'disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0';
const sizes = { small: 'h-6 px-2 text-sm', medium: 'h-7.5 px-3' } as const;
/** Forced-colors mode allows no other background, so the primary button looks like a selected element. */
const filledInSystemColors =
  'forced-colors:forced-color-adjust-none forced-colors:border-[Highlight] forced-colors:bg-[Highlight] forced-colors:text-[HighlightText]';
const variants = {
  plain: 'border-edge/60 bg-surface text-ink hover:bg-hover active:bg-pressed',
  primary: `border-transparent bg-accent text-accent-ink hover:bg-accent-hover ${filledInSystemColors}`,
  danger: `border-transparent bg-danger text-accent-ink hover:bg-danger-hover ${filledInSystemColors}`,
  quiet: 'border-transparent text-ink hover:bg-hover active:bg-pressed',
} as const;
const tooltip =
  'popover-motion flex items-center gap-2 rounded-md bg-ink px-2 py-1 text-sm text-surface shadow-pop forced-colors:border';

/** Hidden, but read by screen readers. Written as full class names, from which the style sheet is generated. */
const folds = {
  sm: 'sr-only @sm:not-sr-only',
  md: 'sr-only @md:not-sr-only',
  lg: 'sr-only @lg:not-sr-only',
  xl: 'sr-only @xl:not-sr-only',
} as const;

/** A button with a text label. */
export function Button({
  children,
  variant = 'plain',
  size = 'medium',
  icon,
  iconAfter,
  foldsBelow,
  ...props
}: ButtonProps) {
  const label = useRef<HTMLSpanElement>(null);
  const [isTold, setIsTold] = useState(false);
  const button = (
    <PressButton {...props} className={`${base} ${sizes[size]} ${variants[variant]}`}>
      {icon}
      {foldsBelow === undefined ? (
        children
      ) : (
        <span ref={label} className={folds[foldsBelow]}>
          {children}
        </span>
      )}
      {iconAfter}
    </PressButton>
  );
  if (foldsBelow === undefined) return button;
  const isFolded = () => (label.current?.offsetWidth ?? 0) <= 1;
  return (
    <TooltipTrigger
      delay={500}
      closeDelay={0}
      isOpen={isTold}
      onOpenChange={(isOpen) => setIsTold(isOpen && isFolded())}
    >
      {button}
      <Tooltip offset={6} className={tooltip}>
        {children}
      </Tooltip>
    </TooltipTrigger>
  );
}

export interface IconButtonProps extends Omit<
  ButtonProps,
  'children' | 'icon' | 'iconAfter' | 'foldsBelow' | 'variant' | 'aria-label'
> {
  /** What it does, for the tooltip and for screen readers. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Keys that do the same, shown in the tooltip. */
  readonly shortcut?: readonly string[];
}

/** A button without a text label: it is in the tooltip, and read by screen readers. */
export function IconButton({ label, icon, shortcut, size = 'medium', ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <PressButton
        {...props}
        aria-label={label}
        className={
          'inline-flex shrink-0 items-center justify-center rounded-md text-ink-soft cursor-default hover:bg-hover ' +
          'hover:text-ink active:bg-pressed aria-pressed:bg-selected aria-pressed:text-ink disabled:opacity-45 ' +
          (size === 'small' ? 'size-6 [&_svg]:size-3.5' : 'size-7.5 [&_svg]:size-4')
        }
      >
        {icon}
      </PressButton>
      <Tooltip offset={6} className={tooltip}>
        {label}
        {shortcut && shortcut.length > 0 && <Kbd keys={shortcut} isInverted />}
      </Tooltip>
    </TooltipTrigger>
  );
}

interface LinkButtonProps {
  /** What is read for it, where its words alone do not say where it leads. */
  readonly label?: string;
  readonly title?: string;
  /** Whether it stands in running text, and is no higher than that. */
  readonly isInText?: boolean;
  readonly className?: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** Words that lead elsewhere in the matter. */
export function LinkButton({
  label,
  title,
  isInText = false,
  className = '',
  onPress,
  children,
}: LinkButtonProps) {
  return (
    <button
      type="button"
      title={title}
      aria-label={label}
      onClick={onPress}
      className={`cursor-default rounded-sm text-left font-medium text-accent-text underline decoration-1 underline-offset-2 hover:bg-hover ${isInText ? '' : 'min-h-6 min-w-6'} ${className}`}
    >
      {children}
    </button>
  );
}
