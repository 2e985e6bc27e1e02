// How much of a body is read, chosen by the route that takes it. A stranger's body is small whatever it says; whoever is signed in
// may send what the largest form of the portal needs.

export interface BodyLimit {
  readonly bytes: number;
  /** Pairs of name and value. */
  readonly fields: number;
  /** From the first header to the last byte. */
  readonly seconds: number;
}

/** For forms that anybody may send. */
export const little: BodyLimit = { bytes: 16_384, fields: 50, seconds: 10 };

/** For forms of people who are signed in: several long texts, each character of which takes nine bytes in Chinese. */
export const usual: BodyLimit = { bytes: 262_144, fields: 2_000, seconds: 30 };

/** For forms that grow with the company or with a survey: a row for every department, a wish for every question. */
export const much: BodyLimit = { bytes: 2_097_152, fields: 20_000, seconds: 60 };

/** Room for what a form says beside its files. */
const besideFiles = 65_536;

/** Two files of the largest size over a slow line take minutes. */
export function filesUpTo(largest: number, files: number): BodyLimit {
  return { bytes: largest * files + besideFiles, fields: 100, seconds: 600 };
}
