// Colours of a chart come from the page's tokens, so that light and dark are one definition.

/** From most unfavourable to most favourable. */
export const fiveColours = ['step-1', 'step-2', 'step-3', 'step-4', 'step-5'] as const;
const threeColours = ['unf', 'neu', 'fav'] as const;
/** Token of the colour of a class of answers. */
export type ClassColour = (typeof fiveColours)[number] | (typeof threeColours)[number];

export interface Palette {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly series: readonly [string, string];
  readonly classes: Readonly<Record<ClassColour, string>>;
  readonly font: string;
}

export function paletteOf(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  return paletteFrom((name) => style.getPropertyValue(`--${name}`).trim(), style.fontFamily);
}

/** `token`: the value of a token of the page by its name. */
export function paletteFrom(token: (name: string) => string, font: string): Palette {
  const classes = Object.fromEntries([...fiveColours, ...threeColours].map((name) => [name, token(name)])) as Record<ClassColour, string>;
  return { ink: token('ink'), muted: token('muted'), line: token('line'), surface: token('surface'), series: [token('s1'), token('s2')], classes, font };
}
