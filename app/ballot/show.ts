// Puts a screen in place of the one before and moves the focus to its heading, as a new page would.

export function show(node: HTMLElement, title: string): void {
  document.querySelector('main')?.replaceChildren(node);
  document.title = title;
  scrollTo(0, 0);
  node.querySelector('h1')?.focus({ preventScroll: true });
}
