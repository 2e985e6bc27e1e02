// How a noun is read from the JSON it was kept as. Rows outlive the program that wrote them: what an older one did not know yet gets
// its value here, once, and what a newer one wrote is refused instead of being half understood.
import * as v from 'valibot';
import { isDay, type Day } from './day.ts';
import { languages, type Localized } from './language.ts';
import type { WorkCalendar } from './working-days.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Kind<T> {
  /** As it is called where it cannot be read. */
  readonly noun: string;
  /** Everything a value has. A field that is new in the type does not compile until it stands here, with a default (`v.optional`) for rows of
   * before; an optional one compiles, and is missed when the first value that has it is written. */
  readonly shape: v.GenericSchema<unknown, T>;
  /** From the version of its place to the next: what a default cannot say. */
  readonly upcasts?: readonly ((old: Fields) => Fields)[];
}

export interface Stored<T> {
  /** Throws where the text is no such thing, or was written by a newer program. */
  read(text: string): T;
  /** Throws where reading it back would not give all of it. */
  write(value: T): string;
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The way to the first field that reading back does not give; null where all come back. */
function lostIn(value: unknown, back: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inside] of Object.entries(value)) {
    if (inside === undefined) continue;
    if (typeof back !== 'object' || back === null || !(key in back)) return key;
    const deeper = lostIn(inside, (back as Fields)[key]);
    if (deeper !== null) return `${key}.${deeper}`;
  }
  return null;
}

/** Text carries the version it was written in under `$v`, from the first change that needs one; before that, none. */
export function stored<T>({ noun, shape, upcasts = [] }: Kind<T>): Stored<T> {
  const current = upcasts.length;
  const grown = (value: unknown): unknown => {
    if (!isObject(value)) return value;
    const { $v: version = 0, ...fields } = value;
    if (typeof version !== 'number' || version > current) throw new Error(`${noun} was written by a newer program (version ${String(version)}, known up to ${current})`);
    return upcasts.slice(version).reduce((old: Fields, upcast) => upcast(old), fields);
  };
  const read = (text: string): T => {
    const parsed = v.safeParse(shape, grown(JSON.parse(text)));
    if (parsed.success) return parsed.output;
    const [issue] = parsed.issues;
    throw new Error(`${noun} cannot be read: ${v.getDotPath(issue) ?? 'all of it'}: ${issue.message}`);
  };
  return {
    read,
    write(value) {
      const text = JSON.stringify(current > 0 ? { ...value, $v: current } : value);
      const lost = lostIn(value, read(text));
      if (lost !== null) throw new Error(`${noun} would lose ${lost}, which its shape does not know`);
      return text;
    },
  };
}

export const storedDay = v.custom<Day>((value) => typeof value === 'string' && isDay(value), 'not a day');

/** English, and the languages it was written in: one that comes later is in no row of before. */
export const storedLocalized: v.GenericSchema<unknown, Localized> = v.pipe(
  v.record(v.string(), v.string()),
  v.custom<Localized>((value) => typeof (value as Partial<Localized>).en === 'string', 'no English'),
);

export const storedLanguage = v.picklist(languages);

/** Also of a file that is gone. */
export const storedTongue = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'no language'));

export const storedRange = v.object({ from: storedDay, to: storedDay });

export const storedCalendar: v.GenericSchema<unknown, WorkCalendar> = v.object({ weekdays: v.pipe(v.array(v.number()), v.minLength(1, 'no working day')), free: v.array(storedRange) });
