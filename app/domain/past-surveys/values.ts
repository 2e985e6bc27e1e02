// How many different values a column has, and how often each comes: a few bytes for each, whatever stands in the cells. Only hashes are
// held, so that a hundred thousand ids are counted in a few megabytes and none of them can be told.
export interface ValueTally {
  /** Adds a value as it is compared; `written` is how the cell has it. True when it is new. */
  readonly add: (value: string, written: string) => boolean;
  readonly distinct: () => number;
  /** How often each value came, in no order. */
  readonly counts: () => readonly number[];
  /** Values that were written in more than one way. */
  readonly alike: () => number;
}

/** 53 bits of a text: of a million different ones two are alike once in twenty thousand files. Formula: cyrb53. */
export function hash53(text: string): number {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & other) + (one >>> 0);
}

interface Slots {
  readonly hashes: Float64Array;
  readonly written: Float64Array;
  /** 0 where a slot is free. */
  readonly counts: Uint32Array;
}

const slotsOf = (size: number): Slots => ({ hashes: new Float64Array(size), written: new Float64Array(size), counts: new Uint32Array(size) });

/** The place of a hash, or the free one where it belongs. */
function placeOf({ hashes, counts }: Slots, hash: number): number {
  const size = counts.length;
  let at = hash % size;
  while (counts[at]! > 0 && hashes[at] !== hash) at = (at + 1) % size;
  return at;
}

function doubled(slots: Slots): Slots {
  const larger = slotsOf(2 * slots.counts.length);
  slots.counts.forEach((count, from) => {
    if (count === 0) return;
    const at = placeOf(larger, slots.hashes[from]!);
    larger.hashes[at] = slots.hashes[from]!;
    larger.written[at] = slots.written[from]!;
    larger.counts[at] = count;
  });
  return larger;
}

/** Marks a value of which a second spelling was seen; no hash is negative. */
const twoWays = -1;

export function valueTally(): ValueTally {
  let slots = slotsOf(64);
  let distinct = 0;
  let alike = 0;
  return {
    add: (value, written) => {
      const hash = hash53(value);
      const asWritten = value === written ? hash : hash53(written);
      const at = placeOf(slots, hash);
      const isNew = slots.counts[at] === 0;
      slots.counts[at]! += 1;
      if (isNew) {
        slots.hashes[at] = hash;
        slots.written[at] = asWritten;
        distinct += 1;
        if (2 * distinct > slots.counts.length) slots = doubled(slots);
      } else if (slots.written[at] !== asWritten && slots.written[at] !== twoWays) {
        slots.written[at] = twoWays;
        alike += 1;
      }
      return isNew;
    },
    distinct: () => distinct,
    counts: () => Array.from(slots.counts.filter((count) => count > 0)),
    alike: () => alike,
  };
}
