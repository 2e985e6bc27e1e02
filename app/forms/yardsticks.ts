// What figures are compared with: a whole target for each dimension, empty for the usual one, and outside values as lines of text.
import * as v from 'valibot';
import { countTyped } from '#app/domain/kernel/typed-number.ts';
import { dimensions } from '#app/domain/surveys/questions/question-library.ts';
import { fileIn } from './people-import.ts';

const isTarget = (index: number | null): boolean => index !== null && index >= 1 && index <= 100;

const target = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.check((text) => text === '' || isTarget(countTyped(text)), 'target-range'),
  v.transform((text) => (text === '' ? null : countTyped(text))),
);

export const targetField = (dimension: string) => `target-${dimension}`;

/** Characters; five hundred values with long sources take half of it. */
const longestOutside = 100_000;

export const yardsticksForm = v.pipe(
  v.object({
    revision: v.pipe(v.string('required'), v.regex(/^\d{1,9}$/, 'required'), v.transform(Number)),
    outside: v.optional(v.pipe(v.string(), v.maxLength(longestOutside, 'too-long')), ''),
    ...(Object.fromEntries(dimensions.map(({ id }) => [targetField(id), target])) as Readonly<Record<`target-${string}`, typeof target>>),
  }),
  v.transform((fields) => ({
    revision: Number(fields.revision),
    outside: String(fields.outside),
    targets: Object.fromEntries(dimensions.flatMap(({ id }) => {
      const wished = (fields as Readonly<Record<string, unknown>>)[targetField(id)];
      return typeof wished === 'number' ? [[id, wished]] : [];
    })) as Readonly<Record<string, number>>,
  })),
);

/** Bytes. */
export const largestOutsideFile = 1_048_576;

export const outsideFileForm = v.object({
  file: v.optional(
    v.pipe(
      v.unknown(),
      v.transform(fileIn),
      v.check((one) => one !== null, 'file-missing'),
      v.check((one) => one === null || one.size <= largestOutsideFile, 'outside-file-large'),
    ),
    null,
  ),
});
