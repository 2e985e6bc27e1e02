// The company's logo and colour as files of an office want them.
import type { Logo } from '#app/domain/organisation/letterhead.ts';

export interface OfficeLook {
  readonly logo: (Logo & { /** What it shows, for whoever cannot see it. */ readonly alt: string }) | null;
  /** Six digits without `#`; null for the program's own. */
  readonly colour: string | null;
}

/** As large as it fits into the room, in its proportions. */
export function fitted({ width, height }: Pick<Logo, 'width' | 'height'>, room: { readonly width: number; readonly height: number }): { readonly width: number; readonly height: number } {
  const scale = Math.min(room.width / width, room.height / height);
  return { width: width * scale, height: height * scale };
}
