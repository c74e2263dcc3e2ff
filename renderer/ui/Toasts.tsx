import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button, IconButton } from './Button.tsx';
import { createStore } from './store.ts';
import { bringBack } from './use-focus-kept.ts';

export interface ToastMessage {
  readonly message: string;
  /** `done` (the default) for success, `notice` for information, `error` for what needs attention. */
  readonly tone?: 'done' | 'notice' | 'error';
  readonly action?: { readonly label: string; readonly onAction: () => void };
  /** Replaces an earlier toast of this group: only the last step can be undone from a toast. */
  readonly group?: string;
}
interface Toast extends ToastMessage {
  readonly id: number;
}

const toasts = createStore<readonly Toast[]>([]);
let lastId = 0;
const maxShown = 4;
/** Long enough to read two lines and reach Undo. Errors stay until they are closed. */
const shownForMs = 8_000;

/**
 * Shows a transient message. Errors stay until closed; other messages disappear by themselves, but not while hovered or focused.
 *
 * @example showToast({ message: 'Deleted docket entry 12', action: { label: 'Undo', onAction: undo } });
 */
export function showToast(toast: ToastMessage): void {
  const others = toasts
    .get()
    .filter(
      ({ message, group }) => message !== toast.message && (group === undefined || group !== toast.group),
    );
  toasts.set([...others, { ...toast, id: (lastId += 1) }].slice(-maxShown));
}

/**
 * Removes toasts whose subject is no longer shown.
 *
 * @param group only those of it
 */
export function clearToasts(group?: string): void {
  toasts.set(group === undefined ? [] : toasts.get().filter((toast) => toast.group !== group));
}

const dismiss = (id: number) => toasts.set(toasts.get().filter((toast) => toast.id !== id));
/**
 * In the status bar, which makes room for those that do not fit into it, so that no row and no button is covered. In a wide
 * window they leave its left to the work that runs.
 */
const inStatusBar = 'fixed right-0 bottom-0 z-50 max-w-full lg:max-w-[calc(100vw-26rem)]';

/** Most of a low window, or of one at 200 %, stays visible: there is room for an error and something to undo. */
const inLowWindow =
  '[@media(height<40rem)]:max-h-[max(7rem,36vh)] [:root:has([data-modal-overlay])_&]:max-h-[max(5rem,25vh)]';

/** Where toasts appear. Mounted once. */
export function Toasts() {
  const shown = toasts.use();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    const { style } = document.documentElement;
    const observer = new ResizeObserver(([entry]) =>
      style.setProperty('--toasts-height', `${Math.ceil(entry?.contentRect.height ?? 0)}px`),
    );
    if (section.current) observer.observe(section.current);
    return () => observer.disconnect();
  }, []);
  // If not all fit, the newest is visible.
  useEffect(() => section.current?.scrollTo({ top: section.current.scrollHeight }), [shown]);
  return (
    <section
      ref={section}
      aria-label="Notifications"
      className={`pointer-events-none flex max-h-[calc(100vh-5rem)] flex-wrap justify-end overflow-y-auto ${inStatusBar} ${inLowWindow}`}
      data-react-aria-top-layer
    >
      <div role="status" className="contents">
        {shown
          .filter(({ tone }) => tone !== 'error')
          .map((toast) => (
            <ToastCard key={toast.id} toast={toast} />
          ))}
      </div>
      <div role="alert" className="contents">
        {shown
          .filter(({ tone }) => tone === 'error')
          .map((toast) => (
            <ToastCard key={toast.id} toast={toast} />
          ))}
      </div>
    </section>
  );
}

const icons = {
  done: <CircleCheck aria-hidden className="mt-1 size-4 shrink-0 text-success-ink" />,
  notice: <Info aria-hidden className="mt-1 size-4 shrink-0 text-info-ink" />,
  error: <CircleAlert aria-hidden className="mt-1 size-4 shrink-0 text-danger-ink" />,
} as const;

function ToastCard({ toast }: { toast: Toast }) {
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (toast.tone === 'error') return undefined;
    const timer = window.setInterval(() => {
      // Asked each time: a toast that is dismissed from under the pointer tells nobody that the pointer has left them.
      if (!card.current?.closest('section')?.matches(':hover, :focus-within')) dismiss(toast.id);
    }, shownForMs);
    return () => window.clearInterval(timer);
  }, [toast]);
  const close = () => {
    dismiss(toast.id);
    // The pressed button disappears with it.
    bringBack();
  };
  return (
    <div
      ref={card}
      className="pointer-events-auto m-0.5 flex min-w-0 items-start gap-2 rounded-md border border-edge/60 bg-raised py-px pr-0.5 pl-2"
    >
      {icons[toast.tone ?? 'done']}
      <p
        data-selectable
        title={toast.message}
        tabIndex={toast.tone === 'error' ? 0 : undefined}
        // A success is recognized by its beginning. An error ends with what to do, so it must be readable in full, by scrolling with the mouse or keys.
        className={`my-0.5 min-w-0 wrap-anywhere ${toast.tone === 'error' ? 'max-h-25 overflow-y-auto [@media(height<40rem)]:max-h-[max(3.75rem,14vh)] [:root:has([data-modal-overlay])_&]:max-h-[min(6.25rem,14vh)]' : 'line-clamp-2'}`}
      >
        {toast.message}
      </p>
      {toast.action && (
        <Button
          size="small"
          onPress={() => {
            toast.action?.onAction();
            close();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton label="Dismiss" icon={<X />} size="small" onPress={close} />
    </div>
  );
}
