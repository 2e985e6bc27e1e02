import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadSolver } from '#app/services/publication/load-solver.server.ts';
import type { WorldProgram } from '#app/domain/publication/doubt/certainty.ts';
import { everyWorld } from '#tests/support/possible-worlds.ts';
import { times } from '#tests/support/repetitions.ts';

const programs = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1 })), { minLength: 2, maxLength: 7 })
  .chain((classes) => fc.tuple(fc.constant(classes), fc.tuple(...classes.map(([upper]) => fc.integer({ min: 0, max: upper })))))
  .map(([classes, real]): WorldProgram => {
    const sums = [1, 2, 3].flatMap((table) =>
      [0, 1, 2, 3].map((band) => {
        const of = [...classes.keys()].filter((one) => classes[one]![table] === band);
        return { of, is: of.reduce((sum, one) => sum + real[one]!, 0) };
      }),
    );
    return { upper: classes.map(([upper]) => upper), sums: sums.filter(({ of }) => of.length > 0), wanted: [...classes.keys()].filter((one) => real[one] === 0), real: [...real] };
  })
  .filter(({ wanted }) => wanted.length > 0);

test('the solver frees as many as trying every world does', async () => {
  const findWorld = await loadSolver(Infinity);
  const freed = (program: WorldProgram, world: ArrayLike<number> | null) => program.wanted.filter((one) => world && world[one]! > 0).length;
  fc.assert(
    fc.property(programs, (program) => {
      const world = findWorld(program);
      expect(freed(program, world)).toBe(freed(program, everyWorld(program)));
      for (const { of, is } of program.sums) if (world) expect(of.reduce((sum, one) => sum + world[one]!, 0)).toBe(is);
    }),
    { numRuns: times(150, 1_500) },
  );
});

test('a solver that has spent its searches finds no world', async () => {
  const program: WorldProgram = { upper: [1, 1], sums: [{ of: [0, 1], is: 1 }], wanted: [1], real: [1, 0] };
  const findWorld = await loadSolver(1);
  expect(findWorld(program)).not.toBeNull();
  expect(findWorld(program)).toBeNull();
});
