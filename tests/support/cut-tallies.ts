// Tallies with declared cuts, sketched by groups of people who share a department and their background answers.
import type { TallyInput } from '#app/domain/publication/tally/tally-input.ts';
import { tallyOf } from './tallies.ts';

export interface Group {
  readonly in: string;
  /** Answers to the background questions in the order of the cuts: a label's number, −1 for «prefer not to say». */
  readonly is: readonly number[];
  /** What each of them said to «pay», 1 … 5; «skip» for none. */
  readonly said: readonly (number | 'skip')[];
}

export interface CutSketch {
  readonly tree: string;
  readonly groups: readonly Group[];
  /** Question and, behind a colon, the division it is declared for: «tenure», «tenure:north». */
  readonly cuts: readonly string[];
  readonly rest?: Partial<TallyInput>;
}

/** Labels are the numbers of the bands; cuts of the same question share its answers. */
export function tallyWithCuts({ tree, groups, cuts, rest }: CutSketch): TallyInput {
  const departments = [...new Set(groups.map((group) => group.in))];
  const ordered = departments.flatMap((department) => groups.filter((group) => group.in === department));
  const answers = departments.map((department) => {
    return [department, { pay: ordered.filter((group) => group.in === department).flatMap((group) => [...group.said]) }] as const;
  });
  const questions = [...new Set(cuts.map((cut) => cut.split(':')[0]!))];
  const declared = cuts.map((cut) => {
    const [question, scope] = cut.split(':') as [string, string | undefined];
    const place = questions.indexOf(question);
    const values = Int16Array.from(ordered.flatMap((group) => group.said.map(() => group.is[place]!)));
    const labels = Array.from({ length: Math.max(...values) + 1 }, (_, label) => String(label));
    return { question, scope: scope ?? 'company', items: ['pay'], labels, values };
  });
  return tallyOf({ tree, answers: Object.fromEntries(answers), rest: { cuts: declared, ...rest } });
}

/** So many people who say what most say: three content, one in the middle, one not. */
export function mixed(count: number): number[] {
  return Array.from({ length: count }, (_, at) => [4, 2, 3, 5, 4][at % 5]!);
}
