import { X } from 'lucide-react';
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { Dialog as AriaDialog, Form, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button, IconButton } from '../Button.tsx';
import { isHalfFilled, OwnEntries, useEntries } from './entries.ts';
import { useUnaskedHeld } from './Unasked.tsx';
import { useFocusKept } from '../use-focus-kept.ts';
import { buttonWords, discardWords } from '../words.ts';

export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Called on Escape and by the close button: where that loses what was entered, only once the user agrees. */
  readonly onClose: () => void;
  /** Label of the button that submits, beside one that cancels: a verb. Left out where there is nothing to do but close. */
  readonly submitLabel?: string;
  readonly isDanger?: boolean;
  /** Whether the input allows submitting; where what is missing is said once that was tried, it does. */
  readonly canSubmit?: boolean;
  /** What stands before the button that closes or submits: other buttons, or a remark at the start of the line. */
  readonly aside?: ReactNode;
  /** Other buttons than these, with the one that proceeds last and `primary`. */
  readonly footer?: ReactNode;
  /** `double` holds two columns; `wide` is as wide and high as the window allows. */
  readonly width?: 'small' | 'medium' | 'large' | 'double' | 'wide';
  /** Called by the button that submits, and on Enter in a field. */
  readonly onSubmit?: () => void;
  /** Whether what is entered is lost when it closes otherwise than by `onSubmit`, as it is unless said; where it is kept at once, nothing is. */
  readonly losesEntries?: boolean;
  /** True while work runs that must not be interrupted. */
  readonly isBusy?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
}

const widths = {
  small: 'w-104',
  medium: 'w-136',
  large: 'w-196',
  double: 'w-196 lg:w-264',
  wide: 'h-full w-300',
} as const;

/** Gives a refused field the keyboard, in sight with what is said of it beneath: that may be below the edge where the field has the keyboard already. */
function enterRefused(field: HTMLElement | null | undefined): void {
  field?.focus();
  field?.scrollIntoView({ block: 'nearest' });
}

/**
 * Once an attempt has ended, the keyboard is in the first field that was refused: the button that was pressed was disabled
 * meanwhile, and lost it. What cannot be read, a password, is selected: it is typed anew, not mended.
 */
function useRefusedField(isBusy: boolean): RefObject<HTMLDivElement | null> {
  const fields = useRef<HTMLDivElement>(null);
  const wasBusy = useRef(false);
  // Before it is painted: a letter typed at once would be selected too, and lost.
  useLayoutEffect(() => {
    if (wasBusy.current && !isBusy) {
      const refused = fields.current?.querySelector<HTMLElement>('[aria-invalid=true]');
      enterRefused(refused);
      if (refused instanceof HTMLInputElement && refused.type === 'password') refused.select();
    }
    wasBusy.current = isBusy;
  }, [isBusy]);
  return fields;
}

/**
 * An attempt that fails elsewhere than at a field, as on a full disk, leaves the keyboard where it was: on the button that was
 * disabled meanwhile and so lost it. While that is disabled the dialog itself has it: with it nowhere, not even Escape would
 * be heard.
 */
function useFocusHeld(): RefObject<HTMLElement | null> {
  const dialog = useRef<HTMLElement>(null);
  const last = useRef<HTMLElement | null>(null);
  const isHeld = useRef(false);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target === dialog.current || !(target instanceof HTMLElement)) return;
      if (!dialog.current?.contains(target)) return;
      last.current = target;
      isHeld.current = false;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  // Each time it is drawn, what was disabled may be enabled again; what is disabled loses the keyboard in the next frame.
  useEffect(() => {
    const settle = () => {
      const isLost = document.activeElement === document.body;
      const isWaiting = isHeld.current && document.activeElement === dialog.current;
      if (!isLost && !isWaiting) return;
      if (last.current?.isConnected) last.current.focus();
      if (document.activeElement !== document.body) return;
      isHeld.current = true;
      dialog.current?.focus();
    };
    settle();
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(settle);
    });
    return () => cancelAnimationFrame(frame);
  });
  return dialog;
}

/** Ctrl+Enter in a text of several lines, where Enter begins a line, does what Enter does in the other fields. */
function submitFromText(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target instanceof HTMLTextAreaElement ? event.target.form : null;
  // Not that of a dialog over this one.
  if (!form?.contains(event.currentTarget)) return;
  event.preventDefault();
  form.querySelector<HTMLButtonElement>('button[type=submit]:enabled')?.click();
}

/** The button of a dialog that has no other. */
function CloseButton({ onPress }: { onPress: () => void }) {
  return (
    <Button variant="primary" autoFocus onPress={onPress}>
      {buttonWords.close}
    </Button>
  );
}

interface SubmitFormProps {
  /** Whether it can be submitted now. */
  readonly isReady: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** The form of a dialog. A field that was refused has the keyboard afterwards. */
function SubmitForm({ isReady, onSubmit, children }: SubmitFormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Or else a dialog over another would submit both.
    event.stopPropagation();
    const form = event.currentTarget;
    // A field with text that is too long is focused first.
    const long = form.querySelector<HTMLElement>('[data-too-long]');
    if (long) return long.focus();
    if (!isReady) return undefined;
    onSubmit();
    // So is the first invalid one, which may be scrolled out of view. Who types already is in the right one.
    let isTyping = false;
    form.addEventListener('input', () => (isTyping = true), { once: true });
    requestAnimationFrame(() => {
      if (!isTyping) enterRefused(form.querySelector<HTMLElement>('[aria-invalid=true]'));
    });
    return undefined;
  };
  return (
    <Form className="flex min-h-0 flex-col flat:shrink-0" validationBehavior="aria" onSubmit={submit}>
      {children}
    </Form>
  );
}

/** A modal dialog, shown while it is mounted; focus then returns to where it was. */
export function Dialog(props: DialogProps) {
  const {
    title,
    children,
    onClose,
    submitLabel,
    isDanger = false,
    canSubmit = true,
    isBusy = false,
    aside,
    footer = submitLabel === undefined ? (
      <CloseButton onPress={onClose} />
    ) : (
      <SubmitButtons
        label={submitLabel}
        isDanger={isDanger}
        isBusy={isBusy}
        isDisabled={!canSubmit}
        onCancel={onClose}
      />
    ),
    width = 'medium',
    onSubmit,
    losesEntries = onSubmit !== undefined,
    role = 'dialog',
  } = props;
  useFocusKept();
  useUnaskedHeld();
  const entries = useEntries();
  const [isAsked, setIsAsked] = useState(false);
  const leave = () => (isHalfFilled(entries) ? setIsAsked(true) : onClose());
  const fields = useRefusedField(isBusy);
  const dialog = useFocusHeld();
  const content = (
    <>
      <div
        ref={fields}
        className="flex min-h-0 grow flex-col gap-3.5 overflow-y-auto px-5 pt-1 pb-4 flat:shrink-0 flat:overflow-visible"
        {...(onSubmit && { onKeyDown: submitFromText })}
      >
        <OwnEntries value={losesEntries ? entries : null}>{children}</OwnEntries>
      </div>
      <div className="flex justify-end gap-2 border-t border-line px-5 py-3 max-[30rem]:flex-wrap">
        {aside}
        {footer}
      </div>
    </>
  );
  return (
    <ModalOverlay
      isOpen
      isDismissable={false}
      isKeyboardDismissDisabled={isBusy}
      onOpenChange={(isOpen) => !isOpen && leave()}
      data-modal-overlay
      className="fixed inset-0 z-40 flex items-start justify-center bg-scrim px-4 pt-[clamp(0.75rem,25vh-6rem,9vh)] pb-[calc(var(--toasts-height,0px)+1.5rem)]"
    >
      <Modal className={`popover-motion flex max-h-full max-w-full ${widths[width]} outline-none`}>
        <AriaDialog
          ref={dialog}
          role={role}
          className="flex max-h-full w-full flex-col rounded-lg border border-line bg-raised shadow-pop outline-none flat:overflow-y-auto"
        >
          <div className="flex items-start justify-between gap-3 py-3 pr-3 pl-5">
            <Heading slot="title" className="min-w-0 text-lg font-semibold wrap-anywhere">
              {title}
            </Heading>
            <IconButton
              label={buttonWords.close}
              icon={<X />}
              size="small"
              isDisabled={isBusy}
              onPress={leave}
            />
          </div>
          {onSubmit ? (
            <SubmitForm isReady={!isBusy && canSubmit} onSubmit={onSubmit}>
              {content}
            </SubmitForm>
          ) : (
            content
          )}
          {isAsked && (
            <ConfirmDialog
              title={discardWords.title}
              confirmLabel={discardWords.discard}
              cancelLabel={discardWords.stay}
              isDanger
              onConfirm={onClose}
              onClose={() => setIsAsked(false)}
            >
              <p>{discardWords.text}</p>
            </ConfirmDialog>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface SubmitButtonsProps {
  /** Label of the button that proceeds: a verb. */
  readonly label: string;
  readonly isDanger?: boolean;
  /** Whether the input does not allow proceeding. */
  readonly isDisabled?: boolean;
  /** While work runs, neither button can be pressed. */
  readonly isBusy?: boolean;
  readonly onCancel: () => void;
}

/** Cancels or submits the form around it. */
export function SubmitButtons(props: SubmitButtonsProps) {
  const { label, isDanger = false, isDisabled = false, isBusy = false, onCancel } = props;
  return (
    <>
      <Button onPress={onCancel} isDisabled={isBusy}>
        {buttonWords.cancel}
      </Button>
      <Button variant={isDanger ? 'danger' : 'primary'} type="submit" isDisabled={isBusy || isDisabled}>
        {label}
      </Button>
    </>
  );
}

export interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, and whether it can be undone. */
  readonly children: ReactNode;
  /** The verb: "Delete 3 entries". */
  readonly confirmLabel: string;
  /** Label of the other button if "Cancel" would be unclear. */
  readonly cancelLabel?: string;
  readonly isDanger?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks for confirmation before something that cannot simply be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog
      role="alertdialog"
      width="small"
      title={props.title}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose} autoFocus>
            {props.cancelLabel ?? buttonWords.cancel}
          </Button>
          <Button variant={props.isDanger ? 'danger' : 'primary'} onPress={props.onConfirm}>
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
