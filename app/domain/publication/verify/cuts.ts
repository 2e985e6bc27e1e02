// Tables of cuts in a finished release: every band large enough, in doubt, named once, and all of them together exactly what the item
// tables say of the same people, because answers are moved before anything is counted.
import { fewestInDoubt } from '#app/domain/publication/doubt/doubt.ts';
import type { Release, ReleasedBand, ReleasedCut, ReleasedItem } from '#app/domain/publication/release/release.ts';
import type { Report } from '#app/domain/publication/release/release-problem.ts';
import { isFavourable, type Scoring } from '#app/domain/publication/tally/scoring.ts';
import { leastOf } from './partitions.ts';

export function verifyCuts(release: Release, report: Report): void {
  const named = new Set<string>();
  for (const { question, scope } of [...release.cuts, ...release.audit.dropped]) {
    const name = `${question}\n${scope}`;
    if (named.has(name)) report('repeated-cut', { question, scope });
    named.add(name);
  }
  for (const cut of release.cuts) verifyCut(release, cut, report);
}

function verifyCut(release: Release, cut: ReleasedCut, report: Report): void {
  const where = { question: cut.question, scope: cut.scope };
  if (cut.bands.length < 2) report('one-band', where);
  const labels = cut.bands.flatMap((band) => band.labels);
  if (new Set(labels).size !== labels.length || cut.bands.some((band) => band.labels.length === 0)) report('repeated-label', where);
  const items = Object.keys(cut.bands[0]?.favourable ?? {}).sort();
  if (cut.bands.some((band) => Object.keys(band.favourable).sort().join('\n') !== items.join('\n'))) report('bands-differ', where);
  cut.bands.forEach((band) => verifyBand(release, cut, band, report));
  const everybody = cut.bands.reduce((sum, band) => sum + band.answered, 0);
  if (everybody !== answeredIn(release, cut.scope)) report('impossible-band', where);
  for (const item of items) verifySums(release, cut, item, report);
}

function answeredIn(release: Release, scope: string): number | null | undefined {
  if (scope === 'company') return release.counts.ballots;
  return release.partitions[String(release.k)]?.departments.find(({ id }) => id === scope)?.answered;
}

function verifyBand(release: Release, cut: ReleasedCut, band: ReleasedBand, report: Report): void {
  const where = { question: cut.question, scope: cut.scope, band: band.labels.join(', ') };
  if (!(band.answered >= release.k)) report('band-too-small', where);
  for (const [item, [favourable, valid]] of Object.entries(band.favourable)) {
    const k = leastOf(release.items[item]?.partition ?? '');
    if (!(valid >= k)) report('band-too-small', { ...where, item });
    if (favourable > valid || valid > band.answered) report('impossible-band', { ...where, item });
    if (favourable < fewestInDoubt) report('no-doubt', { item, atom: where.band });
  }
}

/** Over all bands an item has as many valid and favourable answers as in its own cells of the same people. */
function verifySums(release: Release, cut: ReleasedCut, id: string, report: Report): void {
  const where = { question: cut.question, scope: cut.scope, item: id };
  const item = release.items[id];
  const scoring = item && scoringOf(item);
  if (!item || !scoring) return report('not-in-a-cut', where);
  const atoms = atomsOf(release, cut.scope, item.partition);
  if (atoms === null) return;
  const cells = atoms.flatMap((atom) => (item.cells[atom] ? [item.cells[atom]] : []));
  const sum = (counted: (value: number) => boolean) => cells.flat().reduce((total, people, at) => (counted(at % scoring.points) ? total + people : total), 0);
  const inBands = (at: 0 | 1) => cut.bands.reduce((total, band) => total + (band.favourable[id]?.[at] ?? 0), 0);
  if (inBands(1) !== sum(() => true) || inBands(0) !== sum((value) => isFavourable(scoring, value))) report('cut-sum', where);
}

/** Only a scale with a middle and a recommendation stand in cuts. */
function scoringOf(item: ReleasedItem): Scoring | null {
  if (item.kind === 'recommend') return { kind: 'recommend', points: 11, reverse: false };
  return item.kind === 'scale' && item.points % 2 === 1 ? { kind: 'scale', points: item.points, reverse: item.reverse ?? false } : null;
}

/** The cells of an item that hold exactly the people of a scope; null where its own partition joins them with others. */
function atomsOf(release: Release, scope: string, key: string): readonly string[] | null {
  const partition = release.partitions[key];
  if (scope === 'company') return partition?.atoms.map(({ id }) => id) ?? null;
  const heldBy = (of: string) => {
    const found = release.partitions[of]?.departments.find(({ id }) => id === scope);
    const homes = new Set(found?.atoms);
    return found && { atoms: found.atoms, departments: release.partitions[of]!.atoms.filter(({ id }) => homes.has(id)).flatMap(({ departments }) => departments) };
  };
  const [own, base] = [heldBy(key), heldBy(String(release.k))];
  return own && base && [...own.departments].sort().join('\n') === [...base.departments].sort().join('\n') ? own.atoms : null;
}
