import { useId, type MouseEvent, type ReactNode } from 'react';
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
  const open = (event: MouseEvent) => {
    const dialog = document.getElementById(id);
    if (!(dialog instanceof HTMLDialogElement)) return;
    event.preventDefault();
    dialog.showModal();
  };
  const close = () => {
    const dialog = document.getElementById(id);
    if (dialog instanceof HTMLDialogElement && dialog.open) dialog.close();
  };
  // React 18 does not know these attributes by name.
  const invoker = { popovertarget: id };
  const popover = { popover: 'auto' };
  return (
    <>
      <button type="button" className={openerClass} onClick={open} aria-haspopup="dialog" {...invoker}>
        {opener}
      </button>
      <dialog id={id} aria-labelledby={`${id}-title`} {...popover}>
        <div className="stack">
          <h2 id={`${id}-title`}>{title}</h2>
          {children}
          <button type="button" className="button plain" onClick={close} {...invoker}>
            {text('dialog.cancel')}
          </button>
        </div>
      </dialog>
    </>
  );
}
