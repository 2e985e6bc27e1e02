// One closed survey as analysis reads it: the release with the words and the tree that were sealed with it. Old releases are read
// with their own tree, because a later organisation must never re-cut them.
import type { Department } from '../organisation/department.ts';
import type { Partition, Release } from '../publication/release.ts';
import { growTree, isWithin, type Tree } from '#app/domain/publication/groups/tree.ts';
import { askedInPart, askedView, calledByParts, type AskedView, type SealedAudience } from '../surveys/asking/audience.ts';
import { blocksOffered, isOfSome } from '../surveys/asking/offered.ts';
import type { Question } from '../surveys/questions/question.ts';
import { isByGroups, isScreener, routedTo, type RoutedTo, type RoutingGround } from '../surveys/asking/routing.ts';
import type { Manifest } from '../surveys/sealed/manifest.ts';

/** A department that is counted somewhere: with everybody below it, or only the people directly in it. */
export interface Counted {
  readonly department: string;
  readonly direct: boolean;
}

/** People of one or more atoms of a partition, found for a department or for a set of them. */
export interface Group {
  readonly partition: string;
  readonly atoms: readonly string[];
  /** Every department whose direct people are in it, in tree order. */
  readonly departments: readonly string[];
  /** What is counted in beyond the department asked for. */
  readonly with: readonly Counted[];
  readonly invited: number | null;
  /** Everybody of it, where a random half was asked. */
  readonly people?: number;
  readonly answered: number;
}

/** A question that HR asked of some groups: it stands in a place of its own, beside no figure of everybody. */
export interface AskedOfSome {
  readonly question: Question;
  /** Null where everybody could be asked. */
  readonly to: RoutedTo | null;
  /** The question to which «yes» opened it; null where it was asked of everybody in those groups. */
  readonly screener: Question | null;
}

export interface Wave {
  readonly release: Release;
  /** Those that everybody was asked. */
  readonly questions: readonly Question[];
  readonly ofSome: readonly AskedOfSome[];
  /** By question: its words in one text, and where only some were asked who, to be compared. Data from elsewhere has none. */
  readonly wording: ReadonlyMap<string, string>;
  readonly departments: ReadonlyMap<string, Department>;
  readonly root: string;
  /** Who was asked, where that was not everybody: figures of all of them are called by it. */
  readonly asked: AskedView | null;
  readonly tree: Tree;
  /** Partition key of the base partition, or null where answers of a file are not linked. */
  readonly base: string | null;
  /** A random half of the large groups was asked. */
  readonly half: boolean;
  /** One atom as a group; null where there is none. */
  atom(partition: string, id: string): Group | null;
  /** The people a department is counted with in a partition; null for a department nobody was invited from, or that was asked in part. */
  group(partition: string, department: string): Group | null;
  /** The smallest published group that holds all direct people of these departments. */
  groupOfAll(partition: string, departments: readonly string[]): Group | null;
  /** Everybody who was asked. */
  company(partition: string): Group;
}

/** What was sealed with a release. */
interface SealedWords {
  readonly departments: readonly Department[];
  readonly questions: readonly Question[];
  readonly audience?: SealedAudience | undefined;
  readonly routing?: Manifest['routing'];
  readonly blocks?: RoutingGround['blocks'];
}

/** Throws on departments that are no tree: a sealed manifest holds one. */
export const waveOf = (release: Release, departments: readonly Department[], questions: readonly Question[]): Wave => waveAmong(release, { departments, questions });

/** The same where perhaps not everybody was asked. */
export function waveAmong(release: Release, words: SealedWords): Wave {
  const { departments, questions, audience } = words;
  const grown = growTree(departments);
  if (!grown.ok) throw new Error(`release ${release.survey.id}: ${grown.because}`);
  const tree = grown.value;
  const inPart = askedInPart(departments, audience);
  const base = release.partitions[String(release.k)];
  const atoms = base?.atoms ?? [];
  const asked = askedView({ departments, audience }, { asked: atoms.flatMap((atom) => atom.departments), invited: release.counts.invited ?? 0 });
  const root = tree.ids[0] as string;
  const known = new Map<string, PartitionIndex>();
  const indexOf = (key: string): PartitionIndex => {
    const index = known.get(key) ?? indexed(partitionOf(release, key), { key, tree, inPart });
    known.set(key, index);
    return index;
  };
  return {
    release,
    // What was asked of some is read with the plan it belongs to: beside the others it would tell everybody which departments have what to mend.
    questions: questions.filter((question) => question.routes === undefined && question.askedIf === undefined && !isOfSome(question)),
    ofSome: askedOfSome(words),
    wording: new Map(questions.map((question) => [question.id, wordingOf(question, words)])),
    departments: new Map(departments.map((one) => [one.id, asked && one.id === root ? { ...one, name: calledByParts(asked) } : one])),
    root,
    asked,
    half: atoms.some(({ people }) => people !== undefined),
    atom: (key, id) => indexOf(key).atom(id),
    tree,
    base: base ? String(release.k) : null,
    group: (key, department) => indexOf(key).group(department),
    groupOfAll: (key, ids) => indexOf(key).groupOfAll(ids),
    company: (key) => indexOf(key).company,
  };
}

function askedOfSome({ departments, questions, routing = [], blocks = [] }: SealedWords): readonly AskedOfSome[] {
  const chosen = new Map(routing.flatMap((route) => (isByGroups(route) ? [[route.question, route.departments] as const] : [])));
  return questions.flatMap((question) => {
    const screener = questions.find(({ id }) => id === question.askedIf) ?? null;
    // What «yes» opens is asked of no others than those who were asked that.
    const asked = screener ?? question;
    const to = isOfSome(asked) ? routedTo({ departments, blocks }, chosen.get(asked.id) ?? []) : null;
    return screener || (to && !isScreener(question)) ? [{ question, to, screener }] : [];
  });
}

/** The same words asked of other people are another question: no line joins them. */
function wordingOf(question: Question, words: SealedWords): string {
  const told = JSON.stringify(Object.entries(question.text).sort());
  const screener = words.questions.find(({ id }) => id === question.askedIf);
  if (screener) return `${told} ${wordingOf(screener, words)}`;
  return isOfSome(question) ? `${told} ${blocksOffered(question).flatMap((block) => words.blocks?.[block]?.departments ?? []).sort().join(' ')}` : told;
}

function partitionOf(release: Release, key: string): Partition {
  const partition = release.partitions[key];
  if (!partition) throw new Error(`release ${release.survey.id} has no partition ${key}`);
  return partition;
}

interface PartitionIndex {
  readonly company: Group;
  atom(id: string): Group | null;
  group(department: string): Group | null;
  groupOfAll(departments: readonly string[]): Group | null;
}

interface Indexing {
  readonly key: string;
  readonly tree: Tree;
  /** Departments that have no figure: it would be taken for that of all their people. */
  readonly inPart: ReadonlySet<string>;
}

function indexed(partition: Partition, { key, tree, inPart }: Indexing): PartitionIndex {
  const atoms = new Map(partition.atoms.map((atom) => [atom.id, atom]));
  const shown = new Map(partition.departments.map((one) => [one.id, one]));
  const atomOf = new Map(partition.atoms.flatMap((atom) => atom.departments.map((id) => [id, atom.id] as const)));
  const groups = new Map<string, Group | null>();
  // By the list itself: the departments of one group are asked for with every question.
  const groupsOfAll = new WeakMap<readonly string[], Group | null>();
  const made = (ids: Iterable<string>, inside: (index: number) => boolean): Group => groupFrom(key, [...ids].map((id) => atoms.get(id) as Partition['atoms'][number]), { tree, inside });
  const company = made(atoms.keys(), () => true);

  const atomsBelow = (place: number) => {
    const found = new Set<string>();
    for (let index = place; index < (tree.end[place] as number); index += 1) {
      const atom = atomOf.get(tree.ids[index] as string);
      if (atom !== undefined) found.add(atom);
    }
    return found;
  };
  const find = (department: string): Group | null => {
    const place = tree.indexOf.get(department);
    if (place === undefined) return null;
    if (place === 0) return company;
    if (inPart.has(department)) return null;
    const ids = shown.get(department)?.atoms ?? [...atomsBelow(place)];
    return ids.length === 0 ? null : made(ids, (index) => isWithin(tree, index, place));
  };
  const single = new Map<string, Group>();
  return {
    company,
    atom: (id) => {
      const found = atoms.get(id);
      const group = single.get(id) ?? (found ? made([id], () => true) : null);
      if (group) single.set(id, group);
      return group;
    },
    group: (department) => {
      const group = groups.has(department) ? (groups.get(department) as Group | null) : find(department);
      groups.set(department, group);
      return group;
    },
    groupOfAll: (departments) => {
      const known = groupsOfAll.get(departments);
      if (known !== undefined) return known;
      const wanted = new Set(departments);
      const ids = new Set(departments.flatMap((id) => atomOf.get(id) ?? []));
      const group = ids.size === 0 ? null : made(ids, (index) => wanted.has(tree.ids[index] as string));
      groupsOfAll.set(departments, group);
      return group;
    },
  };
}

interface Within {
  readonly tree: Tree;
  readonly inside: (index: number) => boolean;
}

/** How many were asked what followed from «yes» is told nowhere: of how many people its answers are is not known. */
const isOfUnknown = (partition: string): boolean => partition.includes(':applies:');

function groupFrom(partition: string, atoms: readonly Partition['atoms'][number][], { tree, inside }: Within): Group {
  const departments = atoms.flatMap((atom) => atom.departments);
  const order = (id: string) => tree.indexOf.get(id) ?? -1;
  departments.sort((a, b) => order(a) - order(b));
  const invited = atoms.map((atom) => atom.invited);
  return {
    partition,
    atoms: atoms.map((atom) => atom.id),
    departments,
    with: topmost(tree, departments.filter((id) => !inside(order(id)))),
    invited: isOfUnknown(partition) || invited.includes(null) ? null : invited.reduce<number>((sum, one) => sum + (one ?? 0), 0),
    ...(!isOfUnknown(partition) && atoms.some(({ people }) => people !== undefined) && { people: atoms.reduce((sum, atom) => sum + (atom.people ?? atom.invited ?? 0), 0) }),
    answered: atoms.reduce((sum, atom) => sum + atom.answered, 0),
  };
}

/** How many people a figure is about: more than were asked where a half was drawn. Null where that is unknown. */
export const sizeOf = (group: Pick<Group, 'people' | 'invited'> | null): number | null => group?.people ?? group?.invited ?? null;

/** The topmost departments of a list in tree order: a department whose whole branch is listed stands for it. */
export function topmost(tree: Tree, departments: readonly string[]): Counted[] {
  const listed = new Set(departments);
  let covered = -1;
  return departments.flatMap((department) => {
    const index = tree.indexOf.get(department) ?? -1;
    if (index < covered) return [];
    const end = tree.end[index] ?? index + 1;
    const whole = tree.ids.slice(index, end).every((id) => listed.has(id));
    if (whole) covered = end;
    return [{ department, direct: !whole }];
  });
}

/** Two groups of different partitions or waves hold the same departments. */
export function sameDepartments(one: Group, other: Group): boolean {
  const others = new Set(other.departments);
  return one.departments.length === others.size && one.departments.every((id) => others.has(id));
}
