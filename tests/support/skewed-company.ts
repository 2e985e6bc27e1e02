// A company as skewed as real ones: few large and many small departments, sites that follow divisions, long tails in tenure and level,
// some who prefer not to say, some who skip a question. Structure only: nobody's opinions.
import type { Chance } from '#app/domain/kernel/chance.ts';
import type { CutsInput, ItemCells } from '#app/domain/publication/cuts/admit-cuts.ts';
import type { TalliedCut } from '#app/domain/publication/tally/tally-input.ts';

export interface SkewedCompany {
  readonly people: number;
  readonly divisions: number;
  readonly cuts: number;
  readonly k: number;
  readonly items: number;
}

const questions: readonly { id: string; shares: readonly number[]; follows: 'nothing' | 'division' | 'department' }[] = [
  { id: 'tenure', shares: [9, 14, 16, 19, 14, 12, 9, 7], follows: 'nothing' },
  { id: 'level', shares: [46, 30, 15, 6, 2, 1], follows: 'nothing' },
  { id: 'site', shares: [36, 20, 12, 9, 6, 5, 4, 3, 2, 1, 1, 1], follows: 'department' },
  { id: 'age', shares: [4, 22, 28, 25, 17, 4], follows: 'nothing' },
  { id: 'contract', shares: [82, 12, 5, 1], follows: 'nothing' },
  { id: 'remote', shares: [35, 45, 20], follows: 'department' },
  { id: 'hours', shares: [76, 20, 4], follows: 'nothing' },
  { id: 'function', shares: [30, 24, 18, 14, 9, 5], follows: 'division' },
];

/** The plan's input: company-wide cuts first, then the same questions division by division. */
export function skewedCompany({ people, divisions, cuts, k, items }: SkewedCompany, chance: Chance): CutsInput {
  const { atomOf, divisionOf, atoms } = departments(people, divisions, k, chance);
  const answers = questions.map(({ shares, follows }) => {
    const ofAtom = Array.from({ length: atoms }, () => drawn(shares, chance));
    return Int16Array.from({ length: people }, (_, person) => {
      if (chance(100) < 3) return -1;
      if (follows === 'division' && chance(100) < 50) return divisionOf[person]! % shares.length;
      if (follows === 'department' && chance(100) < 85) return ofAtom[atomOf[person]!]!;
      return drawn(shares, chance);
    });
  });
  const ids = Array.from({ length: items }, (_, index) => `item-${index}`);
  const declared = questions.map((question, index) => ({ question, values: answers[index]!, scope: 'company' }));
  for (let division = 0; division < divisions; division += 1) {
    questions.forEach((question, index) => declared.push({ question, values: answers[index]!, scope: `division-${division}` }));
  }
  return {
    k,
    atomOf,
    atoms,
    reissues: { atomOf, reissued: new Int32Array(atoms) },
    items: new Map(ids.map((id) => [id, withSkips(atomOf, atoms, k, chance)])),
    scopes: new Map(Array.from({ length: divisions }, (_, division) => [`division-${division}`, Uint8Array.from(divisionOf, (at) => (at === division ? 1 : 0))])),
    cuts: declared.slice(0, cuts).map(
      ({ question, values, scope }): TalliedCut => ({ question: question.id, scope, items: ids, labels: question.shares.map((_, label) => `${label}`), values }),
    ),
    chance,
  };
}

/** Divisions of falling size; inside them atoms from k to about forty people, most of them small. */
function departments(people: number, divisions: number, k: number, chance: Chance): { atomOf: Int32Array; divisionOf: Int32Array; atoms: number } {
  const atomOf = new Int32Array(people);
  const divisionOf = new Int32Array(people);
  const weights = Array.from({ length: divisions }, (_, index) => 1 / (index + 2));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let [person, atom] = [0, 0];
  weights.forEach((weight, division) => {
    const end = division === divisions - 1 ? people : person + Math.round((people * weight) / sum);
    while (person < end) {
      const wanted = k + Math.floor((chance(1000) / 1000) ** 3 * 40);
      const size = end - person - wanted < k ? end - person : wanted;
      atomOf.fill(atom, person, person + size);
      divisionOf.fill(division, person, person + size);
      person += size;
      atom += 1;
    }
  });
  return { atomOf, divisionOf, atoms: atom };
}

/** Two in a hundred skip; an atom that falls below k is counted with the next one for this item. */
function withSkips(atomOf: Int32Array, atoms: number, k: number, chance: Chance): ItemCells {
  const valid = Uint8Array.from(atomOf, () => (chance(100) < 2 ? 0 : 1));
  const answered = new Int32Array(atoms);
  valid.forEach((one, person) => (answered[atomOf[person]!]! += one));
  const cellOfAtom = new Int32Array(atoms);
  let [cell, inCell] = [0, 0];
  answered.forEach((count, atom) => {
    cellOfAtom[atom] = cell;
    inCell += count;
    if (inCell >= k && atom < atoms - 1) [cell, inCell] = [cell + 1, 0];
  });
  if (inCell < k && cell > 0) cellOfAtom.forEach((at, atom) => (cellOfAtom[atom] = Math.min(at, cell - 1)));
  return { k, cellOf: Int32Array.from(valid, (one, person) => (one ? cellOfAtom[atomOf[person]!]! : -1)), cells: cell + 1 };
}

function drawn(shares: readonly number[], chance: Chance): number {
  let rest = chance(shares.reduce((sum, share) => sum + share, 0));
  return shares.findIndex((share) => (rest -= share) < 0);
}
