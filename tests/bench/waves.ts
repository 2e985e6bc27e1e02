// npm run waves: the wave-difference table. How much better a newcomer's answer is guessed from two releases than from the histogram of
// the group alone, by the strongest attacker: who was there in both waves, everybody answers, how answers arise is known exactly.
import { newcomersIn, rowOf, tableOf } from '#tests/support/wave-differences.ts';

const times = Number(process.argv[2] ?? 4000);
const rows = [0.5, 0.7].flatMap((retest) => newcomersIn([5, 8, 10, 12], [1, 2, 3, 5]).map((group) => rowOf(group, retest, { times, seed: 1 })));
process.stdout.write(tableOf(rows));
