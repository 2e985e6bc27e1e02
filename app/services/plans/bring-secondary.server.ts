// HR brings company records by department, typed or from a small file of the same lines. All of them or none.
import { may, type Actor } from '#app/domain/access/actor.ts';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { isHeadLine, secondaryIn, type KnownDepartment, type SecondaryKnown, type SecondaryProblem } from '#app/domain/plans/secondary-lines.ts';
import { secondaryKindIds, type SecondaryFigure } from '#app/domain/plans/secondary.ts';
import { downwards, upwards } from '#app/domain/plans/standing.ts';
import type { ListedDepartment } from '#app/domain/organisation/department.ts';
import type { App } from '#app/platform/app.server.ts';
import { linesOfFile } from '#app/services/tables/lines-of-file.server.ts';
import { lineOf, rowsIn } from '#app/services/analysis/typed-lines.server.ts';
import { textOf } from '#app/text/text.ts';

export interface SecondaryPage {
  /** Counts changes: what is saved has to be what was looked at. */
  readonly revision: number;
  /** As the field holds them, one value a line. */
  readonly lines: string;
  readonly kinds: readonly string[];
  /** How many values there are, and of how many departments. */
  readonly values: number;
  readonly departments: number;
  readonly example: string;
}

export async function secondaryPage(app: App, language: Language): Promise<SecondaryPage> {
  const { figures, revision } = await app.data.secondary.get();
  const known = await departmentsKnown(app);
  const text = textOf(language);
  return {
    revision,
    lines: figures.map((figure) => writtenAs(figure, known, language)).join('\n'),
    kinds: secondaryKindIds.map((kind) => text(`secondary.kind.${kind}`)),
    values: figures.length,
    departments: new Set(figures.map(({ departmentId }) => departmentId)).size,
    example: known[0]?.name ?? '',
  };
}

function writtenAs({ departmentId, kind, value, period, source }: SecondaryFigure, known: readonly KnownDepartment[], language: Language): string {
  const department = known.find(({ id }) => id === departmentId);
  const alone = known.filter(({ name }) => name === department?.name).length === 1;
  return lineOf([(alone ? department?.name : department?.path) ?? departmentId, textOf(language)(`secondary.kind.${kind}`), String(value), period, source]);
}

export interface SecondaryWish {
  readonly revision: number;
  readonly lines: string;
}

export type SecondaryRefusal = 'outside-unreadable' | 'yardsticks-changed' | 'forbidden' | 'secondary-wrong';

/** Refused with everything that is wrong, line by line, in the reader's language. */
export async function bringSecondary(app: App, actor: Actor, { revision, lines }: SecondaryWish): Promise<Outcome<number, SecondaryRefusal>> {
  if (!may(actor, 'oversee-plans')) return refused('forbidden');
  const rows = rowsIn(lines);
  if (!rows.ok) return rows;
  const { figures, problems } = secondaryIn(rows.value, await knownNow(app));
  if (problems.length > 0) return refused('secondary-wrong', { n: problems.length, problems: toldIn(actor.language, problems) });
  return (await app.data.secondary.replace(figures, revision)) ? done(figures.length) : refused('yardsticks-changed');
}

const toldIn = (language: Language, problems: readonly SecondaryProblem[]): string => problems.map(({ code, details }) => textOf(language)(`secondary.problem.${code}`, details)).join('\n');

/** The lines that are kept with those of a file below them, and what is wrong with them: nothing is saved before somebody has looked at it. */
export async function withSecondaryFile(app: App, language: Language, path: string): Promise<Outcome<{ readonly lines: string; readonly n: number; readonly problems: string }, 'outside-unreadable' | 'outside-encoding'>> {
  const known = await knownNow(app);
  const words = new Set([...known.departments.flatMap(({ name, path: whole }) => [name, whole]), ...known.kinds.flatMap(({ names }) => names)]);
  const rows = await linesOfFile(path, (cell) => words.has(cell));
  if (!rows.ok) return rows;
  const kept = await secondaryPage(app, language);
  const added = rows.value.filter(({ cells }, at) => !(at === 0 && isHeadLine(cells))).map(({ cells }) => lineOf(cells));
  const lines = [...(kept.lines === '' ? [] : [kept.lines]), ...added].join('\n');
  const shown = rowsIn(lines);
  const problems = shown.ok ? secondaryIn(shown.value, known).problems : [];
  return done({ lines, n: problems.length, problems: toldIn(language, problems) });
}

async function knownNow(app: App): Promise<SecondaryKnown> {
  const { k } = (await app.data.organisation.get())!;
  const kinds = secondaryKindIds.map((kind) => ({ kind, names: [...languages.map((language) => textOf(language)(`secondary.kind.${kind}`)), kind] }));
  return { departments: await departmentsKnown(app), kinds, k, year: Number(app.today().slice(0, 4)) };
}

/** With those that are gone and have figures: what was true of them stays so. */
async function departmentsKnown(app: App): Promise<KnownDepartment[]> {
  const [counted, all] = [await app.data.people.countByDepartment(), await app.data.departments.all()];
  const kept = new Map((await app.data.secondary.get()).figures.map((figure) => [figure.departmentId, figure.people]));
  const peopleOf = ({ id, closed }: ListedDepartment) => (closed ? (kept.get(id) ?? 0) : [...downwards(all, [id])].reduce((sum, one) => sum + (counted.get(one) ?? 0), 0));
  const nameOf = new Map(all.map(({ id, name }) => [id, name]));
  const shown = all.filter(({ id, closed }) => !closed || kept.has(id));
  return shown.map((one) => ({ id: one.id, parentId: one.parentId, name: one.name, people: peopleOf(one), path: upwards(all, one.id).reverse().map((id) => nameOf.get(id)).join(' / ') }));
}
