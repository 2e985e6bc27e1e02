// The shape of a release file. Read strictly: a figure this program does not know could be one it did not check.
import * as v from 'valibot';
import { storedTongue } from '#app/domain/kernel/stored.ts';
import { whyDropped, type ReleasedItem } from './release.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const orNull = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** In every language it was asked in: also one that came by a file, of which this program may know nothing. */
const title = v.pipe(v.record(storedTongue, v.string()), v.check((texts) => 'en' in texts));
const counts = v.record(v.string(), v.array(count));

const partition = v.strictObject({
  atoms: v.array(v.strictObject({ id: v.string(), departments: v.array(v.string()), invited: orNull(count), people: v.optional(count), answered: count, beyond: v.optional(count) })),
  departments: v.array(
    v.strictObject({ id: v.string(), atoms: v.array(v.string()), with: v.array(v.string()), invited: orNull(count), answered: count }),
  ),
});

/** One for each kind: what is published and not known here would keep its survey from ending. */
const items = {
  scale: v.strictObject({
    kind: v.literal('scale'),
    partition: v.string(),
    points: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(11)),
    reverse: v.optional(v.boolean()),
    cells: counts,
  }),
  recommend: v.strictObject({ kind: v.literal('recommend'), partition: v.string(), cells: counts }),
  choice: v.strictObject({ kind: v.literal('choice'), partition: v.string(), options: v.array(v.string()), cells: counts }),
  several: v.strictObject({ kind: v.literal('several'), partition: v.string(), options: v.array(v.string()), cells: counts }),
  band: v.strictObject({ kind: v.literal('band'), partition: v.string(), cells: counts }),
} satisfies Readonly<Record<ReleasedItem['kind'], unknown>>;
const item = v.variant('kind', Object.values(items));

const dimension = v.strictObject({
  partition: v.string(),
  items: v.array(v.string()),
  cells: v.record(v.string(), v.strictObject({ n: count, sum: v.number(), squares: v.optional(v.number()) })),
});

const band = v.strictObject({
  labels: v.array(v.string()),
  answered: count,
  favourable: v.record(v.string(), v.strictTuple([count, count])),
});

export const releaseShape = v.strictObject({
  release: v.literal(1),
  survey: v.strictObject({
    id: v.string(),
    title,
    closed: v.pipe(v.string(), v.isoDate()),
  }),
  manifest: orNull(hash),
  k: count,
  counts: v.strictObject({
    invited: orNull(count),
    papers: orNull(count),
    reissued: orNull(count),
    ballots: orNull(count),
    moved: orNull(v.picklist(['under 1 %', '1–5 %', 'more'])),
  }),
  slips: v.optional(v.strictObject({ listed: count, given: orNull(count) })),
  partitions: v.record(v.string(), partition),
  items: v.record(v.string(), item),
  dimensions: v.record(v.string(), dimension),
  cuts: v.array(v.strictObject({ question: v.string(), scope: v.string(), bands: v.array(band) })),
  correlations: orNull(v.strictObject({ items: v.array(v.string()), matrix: v.array(v.array(orNull(v.number()))) })),
  comments: v.array(
    v.strictObject({
      partition: v.string(),
      atoms: v.array(v.string()),
      // Only in releases of before: they keep their bytes, and nothing reads it, because it tells the box and with it a low score.
      dimension: v.optional(orNull(v.string())),
      question: v.optional(orNull(v.string())),
      text: v.string(),
    }),
  ),
  audit: v.strictObject({
    minimumSupport: count,
    dropped: v.array(
      v.strictObject({
        question: v.string(),
        scope: v.string(),
        why: v.picklist(whyDropped),
      }),
    ),
    steps: count,
  }),
  receipts: orNull(hash),
  previous: orNull(hash),
});
