// Everything published about the same people's answers in one dimension is judged together: certainty is looked for over all joint
// tables that fit all of it, not one question at a time.
import { afterAll, describe, expect, test } from 'vitest';
import { answerSheet } from '#app/domain/publication/tally/answer-sheet.ts';
import { leaveDoubt } from '#app/domain/publication/doubt/doubt.ts';
import { publish } from '#app/domain/publication/publish.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { planStructure } from '#app/domain/publication/groups/structure.ts';
import type { TallyInput } from '#app/domain/publication/tally/tally-input.ts';
import { growTree } from '#app/domain/publication/groups/tree.ts';
import { verifyRelease } from '#app/domain/publication/verify/verify.ts';
import { provesComplaints, without, worldsOf, type Told } from '#tests/support/joint-tables.ts';
import { times } from '#tests/support/repetitions.ts';
import { seeded, tallyOf } from '#tests/support/tallies.ts';

const neutral = 2;

interface Group {
  /** Answers 1 … 5 by person, then by question. */
  readonly people: readonly (readonly number[])[];
}

/** Departments of five to twelve people, from content to wretched; answers of a person hang together. */
function groupsOf(questions: number, { count, largest, seed }: { readonly count: number; readonly largest: number; readonly seed: number }): Group[] {
  const chance = seeded(seed);
  const even = () => (chance(1000) + chance(1000) + chance(1000)) / 1500 - 1;
  return Array.from({ length: count }, () => {
    const mood = 1.5 + chance(200) / 100;
    return {
      people: Array.from({ length: 5 + chance(largest - 4) }, () => {
        const own = mood + even();
        return Array.from({ length: questions }, () => Math.max(1, Math.min(5, Math.round(own + 1.6 * even()))));
      }),
    };
  });
}

function inputOf(groups: readonly Group[], seed: number): TallyInput {
  const questions = groups[0]!.people[0]!.map((_, at) => `q${at + 1}`);
  const answers = Object.fromEntries(
    groups.map(({ people }, at) => [`d${at}`, Object.fromEntries(questions.map((id, question) => [id, people.map((row) => row[question]!)]))]),
  );
  const tree = `top\n${groups.map((_, at) => `  d${at}`).join('\n')}`;
  return tallyOf({ tree, answers, items: Object.fromEntries(questions.map((id) => [id, { dimension: 'pay' }])), rest: { chance: seeded(seed) } });
}

function releaseOf(input: TallyInput): Release {
  const published = publish(input);
  if (!published.ok) throw new Error(published.because);
  expect(verifyRelease(published.value).problems).toEqual([]);
  return published.value;
}

/** By department, what releases told that held the sum of squares: of the same answers, moved like those of the release. */
function squaresBefore(input: TallyInput): Map<string, number> {
  const tree = growTree(input.departments);
  const structure = tree.ok ? planStructure(input, tree.value) : tree;
  if (!structure.ok) throw new Error(structure.because);
  const sheet = answerSheet(input);
  leaveDoubt(input, structure.value, sheet);
  const squares = new Map<string, number>();
  input.leafOf.forEach((leaf, row) => {
    const { id } = input.leaves[leaf]!;
    const sum = input.items.reduce((total, item) => total + sheet.values(item.id)[row]!, 0);
    squares.set(id, (squares.get(id) ?? 0) + sum ** 2);
  });
  return squares;
}

/** All that the release tells about the dimension in the group. */
function toldOf(release: Release, department: string): Told {
  const { items, partition, cells } = release.dimensions['pay']!;
  const atom = release.partitions[partition]!.atoms.find(({ departments }) => departments.includes(department))!.id;
  const cell: Readonly<Record<string, number>> = { ...cells[atom]! };
  const margins = items.map((id) => ({ counts: release.items[id]!.cells[atom]!, calm: neutral }));
  return { margins, squares: cell['squares'] === undefined ? null : Math.round(cell['squares'] * (items.length / 25) ** 2) };
}

/** Whether any of the people, who knows the own answers, is certain of everybody else's complaint. */
function provesToAColleague(told: Told, { people }: Group): boolean {
  const rows = new Map(people.map((row) => [row.join(), row]));
  return [...rows.values()].some((row) => {
    const left = without(told, row.map((value) => value - 1));
    return left !== null && provesComplaints(left);
  });
}

const printed: string[] = [];
afterAll(() => process.stdout.write(printed.join('')));

const shapes = [
  { questions: 2, largest: 12, count: times(160, 1500) },
  { questions: 3, largest: 8, count: times(60, 400) },
].map((shape) => ({ ...shape, groups: groupsOf(shape.questions, { count: shape.count, largest: shape.largest, seed: 20 + shape.questions }) }));

interface Certain {
  readonly worlds: number;
  readonly outside: number;
  readonly colleague: number;
}

function certainties(groups: readonly Group[], told: (department: string) => Told): Certain {
  const found = { worlds: 0, outside: 0, colleague: 0 };
  groups.forEach((group, at) => {
    const all = told(`d${at}`);
    found.worlds += worldsOf(all).all;
    if (provesComplaints(all)) found.outside += 1;
    if (provesToAColleague(all, group)) found.colleague += 1;
  });
  return found;
}

describe('all questions of one dimension in one group', () => {
  test('prove no complaint from outside, nor to one colleague, in any of all joint tables', () => {
    for (const { questions, largest, groups } of shapes) {
      const release = releaseOf(inputOf(groups, 7));
      const { worlds, outside, colleague } = certainties(groups, (department) => toldOf(release, department));
      printed.push(`joint tables: ${groups.length} groups of up to ${largest}, ${questions} questions, ${worlds.toPrecision(3)} worlds; complaints certain from outside in ${outside}, for one colleague in ${colleague}\n`);
      expect({ outside, colleague }).toEqual({ outside: 0, colleague: 0 });
    }
  }, times(60_000, 600_000));

  test('proved complaints while the sum of squares was published', () => {
    for (const { questions, largest, groups } of shapes) {
      const release = releaseOf(inputOf(groups, 7));
      const squares = squaresBefore(inputOf(groups, 7));
      const { worlds, outside, colleague } = certainties(groups, (department) => ({ ...toldOf(release, department), squares: squares.get(department)! }));
      printed.push(`joint tables with the sum of squares: ${groups.length} groups of up to ${largest}, ${questions} questions, ${worlds.toPrecision(3)} worlds; certain from outside in ${outside}, for one colleague in ${colleague}\n`);
      expect(outside).toBeGreaterThan(0);
      expect(colleague).toBeGreaterThan(outside);
    }
  }, times(60_000, 600_000));
});
