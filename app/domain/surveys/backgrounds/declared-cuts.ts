// Tables by background are declared before anybody answers, because nothing can be asked of the ballots afterwards. Each stands for one
// question in one scope; there is no way to declare a combination of two.
import { done, refused, type Outcome } from '../../kernel/outcome.ts';
import { besideOf, departmentsWithin, type SealedAudience } from '../asking/audience.ts';
import { backgroundQuestion, type Background } from './background.ts';
import type { DeclaredCut } from '../sealed/manifest.ts';
import type { BackgroundQuestion, Question } from '../questions/question.ts';

/** Each one is another thing to answer, and another way in which somebody is described. */
const mostBackgrounds = 3;
export const mostCuts = 33;
export const wholeCompany = 'company';

export interface CutWish {
  /** Id of a background question. */
  readonly question: string;
  /** `company` or the id of a department. */
  readonly scope: string;
  /** Ids of questions, as far as they are asked; null for every usual one. */
  readonly items: readonly string[] | null;
}

export interface CutGround {
  readonly k: number;
  readonly backgrounds: readonly Background[];
  /** Departments of today below the root. */
  readonly divisions: ReadonlySet<string>;
}

export type CutRefusal = 'unknown-background' | 'unknown-division' | 'repeated-cut' | 'too-many-backgrounds' | 'too-many-cuts' | 'cut-item' | 'cut-without-items';

export interface Declared {
  /** In the order in which they were first wished. */
  readonly asked: readonly BackgroundQuestion[];
  /** In HR's order: the earlier one wins where two cannot both be published. */
  readonly cuts: readonly DeclaredCut[];
}

/** A table as one text; a background question's id has no `@`. */
export const tableValue = (question: string, scope: string): string => `${question}@${scope}`;

/** Whether a table may show its favourable share: without a middle one step would turn a complaint into praise. */
export function standsInCut(question: Question): boolean {
  return question.kind === 'recommend' || (question.kind === 'scale' && question.points % 2 === 1 && question.dimension !== null);
}

/** Shown unless HR says otherwise: a more sensitive question would raise the group size of the whole table. */
export function isUsualInCut(question: Question, k: number): boolean {
  return standsInCut(question) && question.k <= k;
}

/** Questions that tell something of who answers: each one is another thing by which whoever holds the keys knows a ballot. */
export const describing = (questions: readonly Question[]): readonly Question[] => questions.filter((question) => question.kind === 'background' || (question.kind === 'several' && question.describes === true));

/** As many as may be asked together, whoever wrote them. */
export function notTooManyBackgrounds(questions: readonly Question[]): Outcome<null, 'too-many-backgrounds'> {
  const n = describing(questions).length;
  return n > mostBackgrounds ? refused('too-many-backgrounds', { n, most: mostBackgrounds }) : done(null);
}

/** `questions` are those of the survey, without any background. Details of a refusal name the question, the department or the item. */
export function declareCuts(wishes: readonly CutWish[], questions: readonly Question[], ground: CutGround): Outcome<Declared, CutRefusal> {
  if (wishes.length > mostCuts) return refused('too-many-cuts', { most: mostCuts });
  const ids = [...new Set(wishes.map(({ question }) => question))];
  const asked: BackgroundQuestion[] = [];
  for (const id of ids) {
    const background = ground.backgrounds.find((one) => one.id === id);
    if (!background) return refused('unknown-background', { question: id });
    asked.push(backgroundQuestion(background, ground.k));
  }
  const few = notTooManyBackgrounds([...questions, ...asked]);
  if (!few.ok) return few;
  const seen = new Set<string>();
  const cuts: DeclaredCut[] = [];
  for (const wish of wishes) {
    const { question, scope } = wish;
    if (scope !== wholeCompany && !ground.divisions.has(scope)) return refused('unknown-division', { division: scope });
    const key = JSON.stringify([question, scope]);
    if (seen.has(key)) return refused('repeated-cut', { question, division: scope });
    seen.add(key);
    const items = itemsOf(wish, questions, ground.k);
    if (!items.ok) return items;
    cuts.push({ question, scope, items: items.value });
  }
  return done({ asked, cuts });
}

function itemsOf({ items }: CutWish, questions: readonly Question[], k: number): Outcome<readonly string[], CutRefusal> {
  const usual = questions.filter((question) => isUsualInCut(question, k)).map(({ id }) => id);
  if (items === null) return usual.length > 0 ? done(usual) : refused('cut-without-items');
  // A question that was ticked and then not asked after all is no mistake.
  const asked = questions.filter(({ id }) => items.includes(id));
  const wrong = asked.find((question) => !standsInCut(question));
  if (wrong) return refused('cut-item', { item: wrong.id });
  return asked.length > 0 ? done(asked.map(({ id }) => id)) : refused('cut-without-items');
}

/** The first department with a table of its own that was closed since; null where all are there. */
export function goneDivision(cuts: readonly DeclaredCut[], departments: readonly { readonly id: string }[]): string | null {
  return cuts.find(({ scope }) => scope !== wholeCompany && !departments.some(({ id }) => id === scope))?.scope ?? null;
}

interface Asked {
  readonly departments: readonly { readonly id: string; readonly parentId: string | null; readonly name: string }[];
  readonly audience: SealedAudience | null;
}

/** The name of the first department with a table of its own that is not asked as a whole: the table would be taken for that of all. */
export function leftOutDivision(cuts: readonly DeclaredCut[], { departments, audience }: Asked): string | null {
  const beside = besideOf(audience).flatMap((group) => group.departments);
  const lost = cuts.find(({ scope }) => scope !== wholeCompany && beside.some((id) => departmentsWithin(departments, [scope]).has(id)));
  return lost ? (departments.find(({ id }) => id === lost.scope)?.name ?? lost.scope) : null;
}

/** Background questions come last, as on the ballot page: whoever stops before them has said what matters. */
export function withBackgrounds(questions: readonly Question[], asked: readonly BackgroundQuestion[]): readonly Question[] {
  return [...questions, ...asked];
}

/** What a form about a survey shows as wished: items are null where they are the usual ones. */
export function wishedCuts(questions: readonly Question[], cuts: readonly DeclaredCut[], k: number): readonly CutWish[] {
  const usual = questions.filter((question) => isUsualInCut(question, k)).map(({ id }) => id);
  const isUsual = (items: readonly string[]) => items.length === usual.length && usual.every((id) => items.includes(id));
  return cuts.map(({ question, scope, items }) => ({ question, scope, items: isUsual(items) ? null : items }));
}
