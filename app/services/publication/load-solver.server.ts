import loadHighs from 'highs';
import type { FindWorld, WorldProgram } from '#app/domain/publication/doubt/certainty.ts';

type Highs = Awaited<ReturnType<typeof loadHighs>>;

/** What one search for a world may cost; counted in nodes and not in time, so that repeating it finds the same. */
const means = { output_flag: false, mip_max_nodes: 100 };
/** Searches of one tally; about a second each. */
const usualSearches = 120;

/** Integer programs in WebAssembly, for one tally. Each search blocks its thread. */
export async function loadSolver(searches = usualSearches): Promise<FindWorld> {
  const highs = await loadHighs();
  let left = searches;
  return (program) => {
    if (left === 0) return null;
    left -= 1;
    try {
      return worldOf(highs, program);
    } catch {
      // A solver that fails has found no world; whoever might be certain then counts as certain, and the tally goes on.
      return null;
    }
  };
}

/** Starts from the world as it is: the solver is good at improving on a solution and poor at finding a first one. */
function worldOf(highs: Highs, program: WorldProgram): number[] {
  return highs.withModel(modelOf(highs, program), (model) => {
    model.options.set(means);
    model.setSolution({ colValue: [...program.real, ...program.wanted.map(() => 0)] });
    model.run();
    return Array.from(model.getSolution().colValue.subarray(0, program.upper.length), Math.round);
  });
}

/** Columns are the variables, then for each wanted one whether it is above 0, which is what is counted. */
function modelOf(highs: Highs, { upper, sums, wanted }: WorldProgram): Parameters<Highs['createModel']>[0] & object {
  const numCols = upper.length + wanted.length;
  const { integer, continuous } = highs.constants.variableType;
  const entries = [
    ...sums.map(({ of }) => of.map((one) => [one, 1] as const)),
    ...wanted.map((one, place) => [[one, -1], [upper.length + place, 1]] as const),
  ];
  const starts = entries.reduce((all, row) => [...all, all.at(-1)! + row.length], [0]);
  const flat = entries.flat();
  return {
    numCols,
    numRows: entries.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Array.from({ length: numCols }, (_, column) => (column < upper.length ? 0 : 1)),
    colLower: new Array<number>(numCols).fill(0),
    colUpper: [...upper, ...wanted.map(() => 1)],
    rowLower: [...sums.map(({ is }) => is), ...wanted.map(() => -highs.infinity)],
    rowUpper: [...sums.map(({ is }) => is), ...wanted.map(() => 0)],
    matrix: { format: 'csr', numRows: entries.length, numCols, starts, indices: flat.map(([column]) => column), values: flat.map(([, value]) => value) },
    integrality: Array.from({ length: numCols }, (_, column) => (column < upper.length ? integer : continuous)),
  };
}
