// Colours of a chart come from the page's tokens, so that light and dark are one definition.

export interface Palette {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly series: readonly [string, string, string];
  readonly favourable: string;
  readonly neutral: string;
  readonly unfavourable: string;
  /** From most unfavourable to most favourable. */
  readonly steps: readonly [string, string, string, string, string];
  readonly font: string;
}

export function paletteOf(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: token('ink'),
    muted: token('muted'),
    line: token('line'),
    surface: token('surface'),
    series: [token('s1'), token('s2'), token('s3')],
    favourable: token('fav'),
    neutral: token('neu'),
    unfavourable: token('unf'),
    steps: [token('step-1'), token('step-2'), token('step-3'), token('step-4'), token('step-5')],
    font: style.fontFamily,
  };
}
