// The page is small enough to be drawn by hand: elements are made, never parsed from text, so that no answer can become markup.

type Child = Node | string | null | false | undefined;
type Listener = (event: Event) => void;
export type Given = Readonly<Record<string, string | number | boolean | null | undefined | Listener>>;

/** An element with attributes, listeners (`onclick` …) and children; empty ones are left out. */
export function h<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, given: Given = {}, ...children: Child[]): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== false && child !== undefined));
  return element;
}

export function button(label: string, onclick: () => void, given: Given = {}): HTMLButtonElement {
  return h('button', { type: 'button', ...given, onclick }, label);
}

/** The heading of a screen: focus moves here, so that a screen reader begins with it. */
export function heading(text: string): HTMLHeadingElement {
  return h('h1', { tabindex: -1 }, text);
}

export function notice(kind: 'quiet' | 'warn' | 'good', ...children: Child[]): HTMLElement {
  return h('div', { class: `notice ${kind}` }, ...children);
}

export function fold(summary: string, ...children: Child[]): HTMLDetailsElement {
  return h('details', {}, h('summary', {}, summary), ...children);
}
