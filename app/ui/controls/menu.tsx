import type { MouseEvent, ReactNode } from 'react';

interface Props {
  readonly id: string;
  readonly opener: ReactNode;
  readonly openerClass?: string;
  /** Spoken name of the button where its words do not say what opens. */
  readonly label?: string;
  readonly menuClass: string;
  readonly children: ReactNode;
}

/** A native popover: closes by itself, by Escape, and after a link in it was followed. */
export function Menu({ id, opener, openerClass, label, menuClass, children }: Props) {
  const closeAfterLink = (event: MouseEvent<HTMLElement>) => {
    if (event.target instanceof Element && event.target.closest('a')) event.currentTarget.hidePopover?.();
  };
  return (
    <>
      <button type="button" className={openerClass} aria-label={label} {...{ popovertarget: id }}>
        {opener}
      </button>
      <div id={id} className={`menu ${menuClass}`} onClick={closeAfterLink} {...{ popover: 'auto' }}>
        {children}
      </div>
    </>
  );
}
