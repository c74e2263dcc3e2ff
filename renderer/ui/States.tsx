import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import { Button } from './Button.tsx';
import { useFocusKept } from './use-focus-kept.ts';
import { buttonWords } from './words.ts';

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  /** What belongs here and how to start. */
  readonly children?: ReactNode;
  /** Buttons to start with. */
  readonly actions?: ReactNode;
}

/** Shown in place of an empty list: says how to start. Its button may fill the list and so disappear while focused. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  useFocusKept();
  return (
    <div className="flex h-full min-h-0 flex-col items-center justify-center gap-2 overflow-auto p-8 text-center">
      {icon && (
        <div aria-hidden className="mb-1 text-ink-soft [&_svg]:size-8 [&_svg]:stroke-[1.25]">
          {icon}
        </div>
      )}
      <h2 className="text-lg font-semibold">{title}</h2>
      {children && <div className="max-w-96 text-ink-soft text-balance">{children}</div>}
      {actions && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}

interface ErrorStateProps {
  readonly message: string;
  /** Adds a "try again" button before the other actions. */
  readonly onRetry?: () => void;
  readonly actions?: ReactNode;
}

/** Shown where content could not be read: what happened, and what to do next. */
export function ErrorState({ message, onRetry, actions }: ErrorStateProps) {
  return (
    <div role="alert" className="flex h-full flex-col items-center justify-center gap-2 p-8 text-center">
      <CircleAlert aria-hidden className="size-8 stroke-[1.25] text-danger-ink" />
      <p data-selectable className="max-w-104">
        {message}
      </p>
      {(onRetry || actions) && (
        <div className="mt-3 flex flex-wrap justify-center gap-2">
          {onRetry && <Button onPress={onRetry}>{buttonWords.tryAgain}</Button>}
          {actions}
        </div>
      )}
    </div>
  );
}

/** Delay before anything is shown: replies mostly arrive sooner, and a flash of "Loading" would only distract. */
const quietMs = 300;

/** Shown while content is being read. */
export function LoadingState({ label = 'Loading…' }: { label?: string }) {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setIsShown(true), quietMs);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div className="flex h-full items-center justify-center p-8 text-ink-soft" aria-busy="true">
      {isShown && <span role="status">{label}</span>}
    </div>
  );
}

export interface BadgeProps {
  readonly children: ReactNode;
  readonly tone?: 'neutral' | 'info' | 'success' | 'warning' | 'danger';
  readonly icon?: ReactNode;
  readonly title?: string;
}

const tones = {
  neutral: 'bg-sunken text-ink-soft border-line',
  info: 'bg-info-soft text-info-ink border-transparent',
  success: 'bg-success-soft text-success-ink border-transparent',
  warning: 'bg-warning-soft text-warning-ink border-transparent',
  danger: 'bg-danger-soft text-danger-ink border-transparent',
} as const;

/** A short label beside a title. The text carries the meaning; the color only helps. */
export function Badge({ children, tone = 'neutral', icon, title }: BadgeProps) {
  return (
    <span
      title={title}
      className={`inline-flex h-4.5 max-w-full shrink-0 items-center gap-1 rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0 ${tones[tone]}`}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}

/** Progress of work. `total` is 0 while unknown. */
export function ProgressBar({ label, done, total }: { label: string; done: number; total: number }) {
  const isKnown = total > 0;
  return (
    <AriaProgressBar
      aria-label={label}
      value={isKnown ? Math.min(done, total) : 0}
      maxValue={isKnown ? total : 1}
      isIndeterminate={!isKnown}
      className="w-full"
    >
      {({ percentage }) => (
        <div className="h-1 overflow-hidden rounded-full bg-pressed">
          <div
            className={`h-full rounded-full bg-accent ${isKnown ? '' : 'busy-bar w-1/3'}`}
            style={isKnown ? { width: `${percentage ?? 0}%` } : undefined}
          />
        </div>
      )}
    </AriaProgressBar>
  );
}

export interface BannerProps {
  readonly tone: 'info' | 'warning' | 'danger';
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** A persistent message across the window; one of danger is announced at once. */
export function Banner({ tone, children, actions }: BannerProps) {
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'note'}
      className={`flex items-center gap-3 px-3 py-1.5 in-[form]:rounded-md ${tones[tone]}`}
    >
      <CircleAlert aria-hidden className="size-4 shrink-0" />
      <div className="min-w-0 grow wrap-anywhere">{children}</div>
      {actions}
    </div>
  );
}

/** One sentence that warns, with its sign. */
export function WarningLine({ children }: { children: ReactNode }) {
  return (
    <p data-selectable className="flex gap-2 text-warning-ink">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  );
}

/** An error message where the action was started: in a dialog, above its buttons. Announced immediately. */
export function ErrorLine({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="text-danger-ink">
      {children}
    </p>
  );
}
