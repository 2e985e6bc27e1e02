// Two files, the second only where departments have ids. In the browser a field holds a list of files, on the server one that arrived.
import * as v from 'valibot';
import { largestFile } from '#app/domain/organisation/people-source.ts';

export { largestFile };

interface SomeFile {
  readonly name: string;
  readonly size: number;
}

/** One file that arrived, or the first of the browser's list. */
export function fileIn(value: unknown): SomeFile | null {
  const one: unknown = typeof value === 'object' && value !== null && 'length' in value ? (value as ArrayLike<unknown>)[0] : value;
  const file = one as SomeFile | undefined | null;
  return typeof file === 'object' && file !== null && typeof file.size === 'number' && file.size > 0 ? file : null;
}

const file = v.pipe(
  v.unknown(),
  v.transform(fileIn),
  v.check((one) => one === null || one.size <= largestFile, 'file-too-large'),
);

/** Characters. A thousand people take about a hundred thousand. */
const longestPasted = 1_000_000;

export const peoplePasteForm = v.object({ pasted: v.pipe(v.string('required'), v.check((text) => text.trim() !== '', 'required'), v.maxLength(longestPasted, 'too-long')) });

export const peopleImportForm = v.object({
  // A browser sends a field without a file as nothing at all.
  people: v.optional(
    v.pipe(
      file,
      v.check((one) => one !== null, 'file-missing'),
    ),
    null,
  ),
  departments: v.optional(file, null),
});
