import loadHighs from 'highs';
import type { FindWorld, WorldProgram } from '#app/domain/publication/certainty.ts';

/** What one search for a world may cost; counted in nodes and iterations and not in time, so that repeating it finds the same. */
const means = { mip_max_nodes: 50, simplex_iteration_limit: 20_000, mip_max_improving_sols: 3 } as const;
/** Searches of one tally; about a second each at most. */
const usualSearches = 150;

/** Integer programs in WebAssembly, for one tally. Each search blocks its thread. */
export async function loadSolver(searches = usualSearches): Promise<FindWorld> {
  const highs = await loadHighs();
  let left = searches;
  return (program) => {
    if (left === 0) return null;
    left -= 1;
    try {
      return worldOf(program, highs.solve(modelOf(program), { output_flag: false, ...means }));
    } catch {
      // A solver that fails has found no world; whoever might be certain then counts as certain, and the tally goes on.
      return null;
    }
  };
}

function worldOf(program: WorldProgram, { Columns }: { readonly Columns: Readonly<Record<string, object>> }): number[] | null {
  const world: number[] = [];
  for (const one of program.upper.keys()) {
    const column = Columns[`f${one}`];
    if (!column || !('Primal' in column) || typeof column.Primal !== 'number' || !Number.isFinite(column.Primal)) return null;
    world.push(Math.round(column.Primal));
  }
  return world;
}

/** CPLEX LP text: f are favourable answers by class, w whether a wanted class has any. */
function modelOf({ upper, sums, wanted }: WorldProgram): string {
  const lines = ['Maximize', ` wanted: ${wrapped(wanted.map((one) => `w${one}`))}`, 'Subject To'];
  sums.forEach(({ of, is }, index) => lines.push(` s${index}: ${wrapped(of.map((one) => `f${one}`))} = ${is}`));
  for (const one of wanted) lines.push(` c${one}: w${one} - f${one} <= 0`);
  lines.push('Bounds', ...upper.map((most, one) => ` 0 <= f${one} <= ${most}`), ...wanted.map((one) => ` 0 <= w${one} <= 1`));
  lines.push('General', ` ${upper.map((_, one) => `f${one}`).join('\n ')}`, 'End');
  return lines.join('\n');
}

/** A sum over several lines: the format allows no long ones. */
function wrapped(names: readonly string[]): string {
  return names.join('\n + ');
}
