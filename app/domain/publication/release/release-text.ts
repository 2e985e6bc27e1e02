// A release as it was kept. All of it was verified before it was written, and its hash says that it is still that text: read again, a
// megabyte of figures is only asked what it is.
import type { Release } from '#app/domain/publication/release/release.ts';

/** Throws where the text is no release, or one of a newer program. */
export function releaseIn(text: string): Release {
  const value: unknown = JSON.parse(text);
  if (!isRelease(value)) throw new Error('this is no release this program can read');
  return value;
}

/** For whoever looks whether it was altered: null where it is no release. */
export function releaseOrNull(text: string): Release | null {
  try {
    return releaseIn(text);
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function isRelease(value: unknown): value is Release {
  if (!isObject(value) || value['release'] !== 1) return false;
  const { survey, partitions, items, dimensions, cuts, comments } = value;
  return isObject(survey) && typeof survey['id'] === 'string' && [partitions, items, dimensions].every(isObject) && [cuts, comments].every(Array.isArray);
}
