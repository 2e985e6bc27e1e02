// One closed survey as analysis reads it: the release with the words and the tree that were sealed with it. Old releases are read
// with their own tree, because a later organisation must never re-cut them.
import type { Department } from '../organisation/department.ts';
import type { Release } from '../publication/release/release.ts';
import { growTree, type Tree } from '#app/domain/publication/groups/tree.ts';
import { askedInPart, askedView, calledByParts, type AskedView, type SealedAudience } from '../surveys/asking/audience.ts';
import { blocksOffered, isOfSome } from '../surveys/asking/offered.ts';
import type { Question } from '../surveys/questions/question.ts';
import { isByGroups, isScreener, routedTo, type RoutedTo, type RoutingGround } from '../surveys/asking/routing.ts';
import type { Manifest } from '../surveys/sealed/manifest.ts';
import type { Group } from './group.ts';
import { indexed, partitionOf, type PartitionIndex } from './partition-index.ts';

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
