// The colours of the map are measured from the style sheet itself, in light and dark: contrast after WCAG 2.2, colour blindness after
// Machado, Oliveira and Fernandes 2009 (severity 1), distance in CIE L*a*b* 1976.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Colour = readonly [number, number, number];

const styles = readFileSync('app/styles/map.css', 'utf8');
const [bright = '', dim = ''] = styles.split('prefers-color-scheme: dark');
const mutedPart = Number(/var\(--on-fill\) (\d+)%/.exec(styles)?.[1]) / 100;

function colourOf(part: string, token: string): Colour {
  const hex = new RegExp(`${token}: #([0-9a-f]{6});`).exec(part)?.[1];
  if (!hex) throw new Error(`no ${token}`);
  return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Colour;
}

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const times = (matrix: readonly Colour[], [x, y, z]: Colour): Colour => matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Colour;
const luminance = (colour: Colour) => times([[0.2126, 0.7152, 0.0722]], colour.map(linear) as unknown as Colour)[0];
const contrast = (one: Colour, other: Colour) => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const eyes: Readonly<Record<string, readonly Colour[]>> = {
  'normal eyes': [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
const toXyz: readonly Colour[] = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]];

function seen(colour: Colour, eye: readonly Colour[]): Colour {
  const light = times(eye, colour.map(linear) as unknown as Colour).map((part) => Math.min(1, Math.max(0, part))) as unknown as Colour;
  const root = (value: number) => (value > 216 / 24389 ? Math.cbrt(value) : (value * 24389) / 27 / 116 + 16 / 116);
  const [x, y, z] = times(toXyz, light).map((value, at) => root(value / [0.95047, 1, 1.08883][at]!)) as unknown as Colour;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const distance = (one: Colour, other: Colour, eye: readonly Colour[]) => {
  const [a, b] = [seen(one, eye), seen(other, eye)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

const steps = [1, 2, 3, 4, 5, 6, 7];

describe.each([['light', bright], ['dark', dim]] as const)('in %s', (_name, part) => {
  const fills = steps.map((step) => colourOf(part, `--heat-${step}`));
  const inks = steps.map((step) => colourOf(part, `--heat-ink-${step}`));

  test.each(steps)('numbers on step %i are read', (step) => {
    const [fill, ink] = [fills[step - 1]!, inks[step - 1]!];
    expect(contrast(ink, fill)).toBeGreaterThanOrEqual(5.6);
    const lighter = ink.map((value, at) => value * mutedPart + fill[at]! * (1 - mutedPart)) as unknown as Colour;
    expect(contrast(lighter, fill)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(Object.entries(eyes))('no two steps look alike to %s', (_eye, eye) => {
    for (const [at, fill] of fills.entries()) for (const other of fills.slice(at + 1)) expect(distance(fill, other, eye)).toBeGreaterThanOrEqual(14);
  });
});

test('every step of the scale has its colour', () => {
  for (const step of steps) expect(styles).toContain(`[data-step="${step}"] { --fill: var(--heat-${step}); --on-fill: var(--heat-ink-${step}); }`);
});
