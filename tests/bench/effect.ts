// npm run effects [-- TIMES [power]]: how often plans that did nothing are called helpful or harmful, how often the interval holds the truth, and how
// often an effect is seen. Companies of which everything is known, through the real publication.
import { companyOf, peopleFor, verdictsIn, type Verdicts } from '#tests/support/effect-verdicts.ts';
import type { EffectWorld } from '#tests/support/effect-worlds.ts';

const times = Number(process.argv[2] ?? 150);
const only = process.argv[3];
const seed = 20261128;

const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`;

function line(cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}

const nullRow = (name: string, { of, better, worse, saidBetter, saidWorse, held }: Verdicts) =>
  line([name, String(of), percent(better, of), percent(worse, of), percent(better + worse, of), percent(saidBetter + saidWorse, of), percent(held, of)]);

const powerRow = (name: string, { of, better, saidBetter, held, smallest, seenKnowing }: Verdicts) =>
  line([name, String(of), percent(better, of), percent(saidBetter, of), percent(held, of), smallest.toFixed(1), percent(seenKnowing, of)]);

const kinds = [[250, 'same'], [250, 'redrawn'], [1000, 'same'], [1000, 'redrawn']] as const;
const usual = { spread: 5, low: 0, chosen: 'first' } as const;

function nothing(people: number, kind: EffectWorld['people']): readonly (readonly [string, EffectWorld])[] {
  const world = (first: number | undefined, more: Partial<EffectWorld>): EffectWorld => ({ ...usual, sizes: companyOf(people, first), people: kind, ...more });
  const [team, middle, large] = [peopleFor(11), peopleFor(45), peopleFor(135)];
  return [
    ['lowest of all, no true differences', world(undefined, { spread: 0, chosen: 'lowest' })],
    ['lowest of all', world(undefined, { chosen: 'lowest' })],
    ['a team of 11, like the others', world(team, { low: null })],
    ['45 answers, like the others', world(middle, { low: null })],
    ['135 answers, like the others', world(large, { low: null })],
    ['a team of 11, stably 22 below', world(team, { low: -22, spread: 4 })],
    ['45 answers, stably 22 below', world(middle, { low: -22, spread: 4 })],
    ['135 answers, stably 22 below', world(large, { low: -22, spread: 4 })],
    ['45 answers, stably 22 below, three waves before', world(middle, { low: -22, spread: 4, before: 3 })],
    ['45 answers, all departments move by 3', world(middle, { low: null, moves: 3 })],
  ];
}

function something(people: number, kind: EffectWorld['people']): readonly (readonly [string, EffectWorld])[] {
  const world = (answers: number, effect: number, low: number): EffectWorld => ({ ...usual, sizes: companyOf(people, peopleFor(answers)), people: kind, effect, low });
  return [-5, -10].flatMap((low) => [
    [`+15, 45 answers, ${-low} below`, world(45, 15, low)] as const,
    [`+10, 135 answers, ${-low} below`, world(135, 10, low)] as const,
    [`+20, a team of 11, ${-low} below`, world(11, 20, low)] as const,
  ]);
}

line(['the plan did nothing', 'worlds', 'clearly better', 'clearly worse', 'clearly wrong', 'probably wrong', 'held']);
line(new Array<string>(7).fill('---'));
if (only !== 'power') for (const [people, kind] of kinds) for (const [name, world] of nothing(people, kind)) nullRow(`${people}, ${kind}: ${name}`, verdictsIn(world, times, seed));
process.stdout.write('\n');
line(['the plan helped', 'worlds', 'clearly better', 'at least probably', 'held', 'smallest said to be seen', 'clearly, knowing chance']);
line(new Array<string>(7).fill('---'));
for (const [people, kind] of kinds) for (const [name, world] of something(people, kind)) powerRow(`${people}, ${kind}: ${name}`, verdictsIn(world, times, seed));
