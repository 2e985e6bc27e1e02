// The page's guesses for the command line: which column is the department, what the questions are, and how their answers are written. What
// the page would ask is a problem here, with the option that answers it.
import { namesReader } from '#app/domain/past-surveys/names.ts';
import { guessAsks, guessRoles, type PastAsk } from '#app/domain/past-surveys/guess.ts';
import { lookReader, type ColumnLook } from '#app/domain/past-surveys/look.ts';
import type { PastRole } from '#app/domain/past-surveys/mapping.ts';
import { quoted, type PastProblems } from '#app/domain/past-surveys/problem.ts';
import { saidScale, scaleIn, type SaidScale } from '#app/domain/past-surveys/scale.ts';
import { signsReader } from '#app/domain/past-surveys/signs.ts';
import { readRows } from './csv-rows.server.ts';
import type { NamedColumns } from './name-columns.server.ts';
import type { OpenFile } from './small-table.server.ts';

export interface Guessed {
  readonly columns: readonly { readonly name: string; readonly as: string }[];
  /** By column or question: the scale as it is said. */
  readonly scales: ReadonlyMap<string, string>;
  readonly declined: readonly { readonly name: string; readonly n: number }[];
}

export interface GuessedColumns extends Guessed {
  readonly named: NamedColumns;
  /** By column or question. */
  readonly said: ReadonlyMap<string, SaidScale>;
}

export const nothingGuessed: Guessed = { columns: [], scales: new Map(), declined: [] };

interface Wish {
  readonly named: NamedColumns;
  readonly said: ReadonlyMap<string, SaidScale>;
  readonly k: number;
}

interface Looked {
  readonly header: readonly string[];
  readonly columns: readonly ColumnLook[];
  readonly roles: readonly PastRole[];
  readonly asks: readonly PastAsk[];
  readonly layout: 'wide' | 'long';
}

async function lookThrough(file: OpenFile, k: number): Promise<Looked | null> {
  let header: readonly string[] = [];
  let looking: ReturnType<typeof lookReader> | null = null;
  let signs: ReturnType<typeof signsReader> | null = null;
  await readRows(file.path, file, (line, cells) => {
    if (!looking) {
      header = cells.map((name) => name.trim());
      [looking, signs] = [lookReader(cells, k), signsReader(cells, { department: -1, item: -1, k })];
      return;
    }
    looking.row(cells);
    signs?.see(line, cells);
  });
  const read = looking as ReturnType<typeof lookReader> | null;
  if (!read) return null;
  const look = read.finish();
  const questions = (signs as ReturnType<typeof signsReader> | null)?.finish().signs.find(({ kind }) => kind === 'questions')?.column;
  return { header, columns: look.columns, ...guessRoles(look, questions) };
}

/** Questions of a long file: each as a column of its own would look. */
async function itemsIn(file: OpenFile, roles: readonly PastRole[], k: number): Promise<readonly { readonly name: string; readonly look: ColumnLook }[]> {
  const reader = namesReader({ layout: 'long', roles, k });
  let first = true;
  await readRows(file.path, file, (_line, cells) => {
    if (!first) reader.row(cells);
    first = false;
  });
  return reader.finish().items;
}

/** Null after reporting what has to be said first. */
export async function guessColumns(file: OpenFile, { named, said, k }: Wish, problems: PastProblems): Promise<GuessedColumns | null> {
  const looked = await lookThrough(file, k);
  if (!looked) return { ...nothingGuessed, named, said };
  const { header, roles, layout } = looked;
  const at = (as: PastRole['as'], own: string | null) => own ?? header[roles.findIndex((role) => role.as === as)] ?? null;
  const guessed: NamedColumns = { department: at('department', named.department), item: layout === 'long' ? at('item', named.item) : named.item, answer: layout === 'long' ? at('answer', named.answer) : named.answer };
  const columns = (['department', 'item', 'answer'] as const).flatMap((as) => (guessed[as] !== null && named[as] === null && guessed[as] !== as ? [{ name: guessed[as], as: as === 'item' ? 'question' : as }] : []));
  const asked = layout === 'long' ? await longQuestions(file, roles, k) : looked.columns.flatMap((look, index) => (roles[index]!.as === 'question' ? [{ name: header[index]!, look, ask: looked.asks[index]! }] : []));
  const scales = new Map(said);
  for (const { name, look, ask } of asked) {
    if (scales.has(name)) continue;
    const [only] = ask.scales;
    const scale = ask.scales.length === 1 && look.seen.unknown.length === 0 ? scaleIn(only!) : null;
    if (scale) scales.set(name, scale);
    else problems.add({ file: 'answers', line: file.headerLine, column: header.indexOf(name) + 1, code: 'scale-asked', details: { name: quoted(name), scales: ask.scales.join(' or '), words: look.seen.unknown.join(', ') } });
  }
  if (problems.count() > 0) return null;
  const declined = asked.flatMap(({ name, look }) => (look.seen.declined > 0 ? [{ name, n: look.seen.declined }] : []));
  return { named: guessed, said: scales, columns, declined, scales: new Map([...scales].map(([name, scale]) => [name, saidScale(scale)])) };
}

async function longQuestions(file: OpenFile, roles: readonly PastRole[], k: number) {
  const items = await itemsIn(file, roles, k);
  const asks = guessAsks(items.map(({ look }) => look));
  return items.map(({ name, look }, at) => ({ name, look, ask: asks[at]! }));
}
