// How papers of the company look: its logo and its colour, on reports, slides and sheets. Never on the answer page: what is sealed there
// is the same for every company, and a picture from elsewhere has no place beside a ballot.
import { fixed } from '../kernel/rounding.ts';
import { done, refused, type Outcome } from '../kernel/outcome.ts';

export interface Letterhead {
  readonly logo: Logo | null;
  /** `#rrggbb`, in small letters; null for the colour of the program. */
  readonly colour: string | null;
}

/** Drawn anew as PNG: of the file that was sent nothing is kept but what is seen. */
export interface Logo {
  /** Base64. */
  readonly png: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export const noLetterhead: Letterhead = { logo: null, colour: null };

/** Against white, as WCAG 2.2 asks of text (1.4.3): headings are written in it, and white stands upon it. */
const leastContrast = 4.5;

/** Empty for none; with or without `#`, in three or six digits. */
export function colourOf(typed: string): Outcome<string | null, 'colour-form' | 'colour-pale'> {
  const digits = typed.normalize('NFKC').trim().replace(/^#/, '').toLowerCase();
  if (digits === '') return done(null);
  if (!/^([0-9a-f]{3}|[0-9a-f]{6})$/.test(digits)) return refused('colour-form');
  const colour = `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`;
  const ratio = contrastWithWhite(colour);
  return ratio >= leastContrast ? done(colour) : refused('colour-pale', { colour, ratio: fixed(ratio, 1), least: fixed(leastContrast, 1), darker: darkened(colour) });
}

const partsOf = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** 1 to 21, as WCAG 2.2 defines it. */
export function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** The lightest shade of the same colour that is dark enough. */
function darkened(colour: string): string {
  const parts = partsOf(colour);
  for (let hundredths = 99; hundredths > 0; hundredths -= 1) {
    const shade = `#${parts.map((part) => Math.floor((part * hundredths) / 100).toString(16).padStart(2, '0')).join('')}`;
    if (contrastWithWhite(shade) >= leastContrast) return shade;
  }
  return '#000000';
}
