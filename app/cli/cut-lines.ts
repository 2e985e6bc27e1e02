// The tables by background of a release, to be read in a terminal: people as they are counted in the file, and no share computed.
import { itemsOfCut } from '#app/domain/analysis/changes/bands.ts';
import type { DroppedCut, Release, ReleasedCut } from '#app/domain/publication/release/release.ts';

const reasons: Readonly<Record<DroppedCut['why'], string>> = {
  unsafe: 'together with everything else it would tell about fewer people than promised',
  'too-few': 'too few answered',
  'one-band': 'its bands are too small: only one would be left',
  'no-items': 'no item could be shown safely',
  'out-of-budget': 'it could not be proved to be safe in time',
  certain: 'it would make an answer certain',
};

/** One table after the other, then those that were dropped with the reason. */
export function cutLines({ cuts, audit }: Release): string[] {
  if (cuts.length + audit.dropped.length === 0) return ['no cuts were declared'];
  const dropped = audit.dropped.map(({ question, scope, why }) => `${question}, ${scope}: dropped (${why}), because ${reasons[why]}`);
  return [
    ...cuts.flatMap((cut) => [...tableOf(cut), '']),
    ...dropped,
    `${cuts.length} published, ${audit.dropped.length} dropped; whatever is computed from the release rests on ${audit.minimumSupport} people or more`,
  ];
}

/** Bands as columns under their merged labels; «–» is «prefer not to say». */
function tableOf({ question, scope, bands }: ReleasedCut): string[] {
  const heads = bands.map(({ labels }) => labels.map((label) => label || '–').join(' + '));
  const rows = [
    ['', ...heads],
    ['answered', ...bands.map(({ answered }) => String(answered))],
    ...itemsOfCut({ question, scope, bands }).map((item) => [item, ...bands.map(({ favourable }) => (favourable[item] ?? []).join(' of '))]),
  ];
  const widths = heads.map((_, at) => Math.max(...rows.map((row) => row[at + 1]!.length)));
  const first = Math.max(...rows.map(([head]) => head!.length));
  const lines = rows.map(([head, ...cells]) => `  ${head!.padEnd(first)}  ${cells.map((cell, at) => cell.padStart(widths[at]!)).join('  ')}`);
  return [`${question}, ${scope}: ${bands.length} bands, favourable of valid answers`, ...lines];
}
