import { mutations } from '/work/w/durable/tests/mutations/mutations.ts';
import { turnsRed } from '/work/w/durable/tests/mutations/turns-red.ts';
const mine = ['the portal waits', 'a box with papers', 'a draft is sealed again', 'nobody but a person', 'giving up asks', 'nothing undecided', 'a database without', 'one server at a time', 'a changed byte', 'two tallies', 'the release is read back', 'box, roll and keys are destroyed'];
for (const one of mutations.filter(({ id }) => mine.some((start) => id.startsWith(start)))) process.stdout.write(`${turnsRed(one) ? 'red' : 'GREEN'} ${one.id}\n`);
