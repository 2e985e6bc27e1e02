// The attacker at full strength: knows who works where, who is of which background, who answered which question in which wave, and
// has every release of a programme with all its tables. Looks for a combination of published figures on one question that rests on
// too few people. Knows nothing of how tables are admitted.
import type { Release } from '#app/domain/publication/release/release.ts';
import type { TallyInput } from '#app/domain/publication/tally/tally-input.ts';
import { smallestSupport, type Finding, type Holder } from './attacker.ts';

/** One wave: what was published, and what the attacker knows of each respondent. */
export interface Seen {
  readonly release: Release;
  readonly respondents: readonly Respondent[];
}

export interface Respondent {
  /** The same in every wave. */
  readonly person: number;
  readonly department: string;
  readonly background: Readonly<Record<string, string>>;
  readonly answered: ReadonlySet<string>;
}

/** What everybody can know of a wave's respondents; `people` names them across waves. */
export function respondentsOf(input: TallyInput, people: readonly number[]): Respondent[] {
  return Array.from(input.leafOf, (leaf, row) => ({
    person: people[row]!,
    department: input.leaves[leaf]!.id,
    background: Object.fromEntries(input.cuts.map(({ question, labels, values }) => [question, labels[values[row]!] ?? ''])),
    answered: new Set(input.items.filter(({ column }) => column.values[row]! >= 0).map(({ id }) => id)),
  }));
}

/** Published sets of people of one wave, for one question or, without one, for the counts of ballots. */
function publishedSets({ release, respondents }: Seen, question: string | null): Set<number>[] {
  const counted = respondents.filter(({ answered }) => question === null || answered.has(question));
  const who = (belongs: (one: Respondent) => boolean) => new Set(counted.filter(belongs).map(({ person }) => person));
  const byDepartments = partitionsOf(release, question).flatMap((key) => {
    const { atoms, departments } = release.partitions[key]!;
    const holding = (ids: readonly string[]) => new Set(atoms.filter(({ id }) => ids.includes(id)).flatMap((atom) => atom.departments));
    return [...atoms.map((atom) => new Set(atom.departments)), ...departments.map((department) => holding(department.atoms))];
  });
  return [...byDepartments.map((ids) => who(({ department }) => ids.has(department))), ...bandSets(release, question, who)];
}

function partitionsOf(release: Release, question: string | null): string[] {
  if (question === null) return release.partitions[String(release.k)] ? [String(release.k)] : [];
  const dimensions = Object.values(release.dimensions).filter(({ items }) => items.includes(question));
  return [...new Set([release.items[question]?.partition, ...dimensions.map(({ partition }) => partition)])].flatMap((key) => key ?? []);
}

function bandSets(release: Release, question: string | null, who: (belongs: (one: Respondent) => boolean) => Set<number>): Set<number>[] {
  return release.cuts.flatMap(({ question: background, scope, bands }) => {
    if (question !== null && !bands.some(({ favourable }) => favourable[question])) return [];
    const division = release.partitions[String(release.k)]!.departments.find(({ id }) => id === scope);
    const atoms = release.partitions[String(release.k)]!.atoms.filter(({ id }) => division?.atoms.includes(id)).flatMap(({ departments }) => departments);
    const inScope = (one: Respondent) => scope === 'company' || atoms.includes(one.department);
    return bands.map(({ labels }) => who((one) => inScope(one) && labels.includes(one.background[background] ?? '')));
  });
}

/** The lightest combination over all waves, by question; no lighter one than `people` where that is k. */
export function attackWaves(waves: readonly Seen[]): Finding[] {
  const questions = new Set(waves.flatMap(({ release }) => Object.keys(release.items)));
  return [null, ...questions].flatMap((question) => {
    const sets = waves.map((wave) => publishedSets(wave, question));
    if (sets.every((list) => list.length === 0)) return [];
    const ks = waves.flatMap(({ release }) => (question === null ? release.k : (release.items[question]?.partition.split(':')[0] ?? [])));
    const k = Math.min(...ks.map(Number));
    return [{ about: question ?? 'people', people: lightest(sets, k), k }];
  });
}

/** An answer in one wave is another unknown than the same person's answer in the next; both are that person's. */
function lightest(sets: readonly (readonly Set<number>[])[], k: number): number {
  const everybody = new Set(sets.flatMap((list) => list.flatMap((set) => [...set])));
  const memberships = new Map<string, { example: number; people: number }>();
  for (const person of everybody) {
    const key = sets.map((list) => list.map((set) => (set.has(person) ? '1' : '0')).join('')).join(' ');
    const found = memberships.get(key);
    if (found) found.people += 1;
    else memberships.set(key, { example: person, people: 1 });
  }
  const classes = [...memberships.values()].sort((one, other) => one.people - other.people);
  const holders = classes.map(({ people }, at): Holder => ({ columns: sets.map((_, wave) => at * sets.length + wave), people }));
  const rows = sets.flatMap((list, wave) =>
    list.map((set) => classes.flatMap(({ example }) => sets.map((_, other) => (other === wave && set.has(example) ? 1 : 0)))),
  );
  return smallestSupport(rows, holders, k);
}
