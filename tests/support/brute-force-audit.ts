// The auditor's oracle: tries every set of classes, with exact whole-number elimination over the rationals.
import type { Reissues, Table } from '#app/domain/publication/audit/system.ts';

/** The fewest people any combination of the published sums rests on; for up to about a dozen classes. */
export function fewestPeople(tables: readonly Table[], reissues?: Reissues): number {
  const classes = classesOf(tables, reissues);
  const full = rank(classes.map(({ vector }) => vector));
  let fewest = Infinity;
  for (let set = 1; set < 2 ** classes.length; set += 1) {
    const inside = classes.filter((_, index) => (set >> index) & 1);
    const people = peopleBehind(inside, reissues);
    if (people >= fewest) continue;
    if (rank(classes.filter((_, index) => !((set >> index) & 1)).map(({ vector }) => vector)) < full) fewest = people;
  }
  return fewest;
}

interface Class {
  readonly vector: number[];
  readonly atom: number;
  ballots: number;
}

function classesOf(tables: readonly Table[], reissues: Reissues | undefined): Class[] {
  const classes = new Map<string, Class>();
  tables[0]!.bandOf.forEach((cell, person) => {
    if (cell < 0) return;
    const vector = tables.flatMap(({ bandOf, bands }) => Array.from({ length: bands }, (_, band) => (bandOf[person] === band ? 1 : 0)));
    const atom = reissues ? reissues.atomOf[person]! : 0;
    const key = `${atom}:${vector.join()}`;
    const found = classes.get(key);
    if (found) found.ballots += 1;
    else classes.set(key, { vector, atom, ballots: 1 });
  });
  return [...classes.values()];
}

/** Of w ballots with r reissued papers among them at least w − r come from different people, and at least half; s slips beyond those handed out
 * are nobody's, whichever of the ballots they are: every number of them is tried. */
function peopleBehind(classes: readonly Class[], reissues: Reissues | undefined): number {
  const byAtom = new Map<number, number>();
  for (const { atom, ballots } of classes) byAtom.set(atom, (byAtom.get(atom) ?? 0) + ballots);
  const fewest = (atom: number, ballots: number) => {
    const [reissued, beyond] = [reissues?.reissued[atom] ?? 0, Math.min(reissues?.beyond?.[atom] ?? 0, ballots)];
    const left = Array.from({ length: beyond + 1 }, (_, nobodys) => ballots - nobodys);
    return Math.min(...left.map((real) => real - Math.min(reissued, Math.floor(real / 2))));
  };
  return [...byAtom].reduce((sum, [atom, ballots]) => sum + fewest(atom, ballots), 0);
}

/** Bareiss: every intermediate number is a minor, so small matrices of 0 and 1 stay exact. */
function rank(vectors: readonly (readonly number[])[]): number {
  const rows = vectors.map((vector) => [...vector]);
  const width = rows[0]?.length ?? 0;
  let done = 0;
  let before = 1;
  for (let column = 0; column < width && done < rows.length; column += 1) {
    const pivot = rows.findIndex((row, index) => index >= done && row[column] !== 0);
    if (pivot < 0) continue;
    [rows[done], rows[pivot]] = [rows[pivot]!, rows[done]!];
    const top = rows[done]!;
    for (let index = done + 1; index < rows.length; index += 1) {
      const row = rows[index]!;
      const lead = row[column]!;
      for (let at = column; at < width; at += 1) row[at] = (row[at]! * top[column]! - lead * top[at]!) / before;
    }
    before = top[column]!;
    done += 1;
  }
  return done;
}
