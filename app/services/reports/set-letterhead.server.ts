// HR gives papers of the company its logo and its colour. The file that was sent is looked at by its bytes, drawn anew in the thread for
// pictures, and forgotten.
import { readFile } from 'node:fs/promises';
import { colourOf, type Letterhead, type Logo } from '#app/domain/organisation/letterhead.ts';
import { pictureHead } from '#app/domain/organisation/picture-head.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { App } from '#app/platform/app.server.ts';
import { logoDrawn } from './office/office-report.server.ts';

interface LetterheadWish {
  /** As it was typed. */
  readonly colour: string;
  /** Where a new logo waits; null to leave it as it is. */
  readonly file: string | null;
  /** The logo goes. */
  readonly remove: boolean;
}

/** `field` says where. */
type LetterheadRefusal = 'colour-form' | 'colour-pale' | 'logo-kind' | 'logo-side' | 'logo-unseen';

/** All of it or nothing. */
export async function setLetterhead(app: App, { colour, file, remove }: LetterheadWish): Promise<Outcome<null, LetterheadRefusal>> {
  const chosen = colourOf(colour);
  if (!chosen.ok) return { ...chosen, details: { ...chosen.details, field: 'colour' } };
  const logo = file === null ? done(remove ? null : (await app.data.letterhead.get()).logo) : await logoIn(app, await readFile(file));
  if (!logo.ok) return { ...logo, details: { ...logo.details, field: 'logo' } };
  await app.data.letterhead.save({ colour: chosen.value, logo: logo.value } satisfies Letterhead);
  return done(null);
}

async function logoIn(app: App, file: Buffer): Promise<Outcome<Logo, LetterheadRefusal>> {
  const head = pictureHead(file);
  if (!head.ok) return head;
  const png = await logoDrawn(app, { ...head.value, file: file.toString('base64') });
  const drawn = pictureHead(png);
  if (png.length === 0) return refused('logo-unseen');
  if (!drawn.ok) return drawn;
  const { width, height } = drawn.value;
  return done({ png: Buffer.from(png).toString('base64'), width, height });
}
