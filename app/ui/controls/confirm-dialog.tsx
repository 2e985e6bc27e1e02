import { useId, useRef, type MouseEvent, type ReactNode } from 'react';
import { useText } from '../text.ts';

interface Props {
  readonly title: string;
  /** The button that opens it. */
  readonly opener: ReactNode;
  readonly openerClass?: string;
  /** What will happen, and a form with the button that does it. */
  readonly children: ReactNode;
}

/** Asks before something that cannot be undone. Before the script has arrived it opens as a popover, afterwards as a modal dialog. */
export function ConfirmDialog({ title, opener, openerClass = 'button', children }: Props) {
  const text = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  // The native attributes would open and close the popover on top of what is done here.
  const open = (event: MouseEvent) => {
    event.preventDefault();
    dialog.current?.showModal();
    // Whoever presses Enter twice changes nothing.
    cancel.current?.focus();
  };
  const close = (event: MouseEvent) => {
    event.preventDefault();
    dialog.current?.close();
  };
  // React 18 does not know these attributes by name.
  const invoker = { popovertarget: id };
  const popover = { popover: 'auto' };
  return (
    <>
      <button type="button" className={openerClass} onClick={open} aria-haspopup="dialog" {...invoker}>
        {opener}
      </button>
      <dialog ref={dialog} id={id} aria-labelledby={`${id}-title`} {...popover}>
        <div className="stack">
          <h2 id={`${id}-title`}>{title}</h2>
          {children}
          <button ref={cancel} type="button" className="button plain" onClick={close} {...invoker}>
            {text('dialog.cancel')}
          </button>
        </div>
      </dialog>
    </>
  );
}
