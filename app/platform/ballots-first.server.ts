// Ballots first: while a ballot or a paper is under way no page is begun, and long work here stands still. Every step of a ballot (its
// bytes, its paper, its box, its file) would otherwise wait for whatever has come in between, and a page takes longer than all steps
// together. Only what is verified counts, from the moment it is there: a body that never ends, or a flood without papers, keeps nobody
// waiting. One loop serves the whole process, so this counts for the process, and counts only: neither whose nor for which survey.

/** Milliseconds. Ballots that never stop coming keep nobody out for longer: from then on nobody waits, until none was under way once. */
const longestWait = 100;

let underWay = 0;
/** Since when one after another was, by the clock of the process. */
let since = 0;
const waiting = new Set<() => void>();

function end(): void {
  underWay -= 1;
  if (underWay === 0) for (const go of [...waiting]) go();
}

/** Until `answered` a ballot or a paper is under way. */
export function answering(answered: Promise<void>): Promise<void> {
  if (underWay === 0) since = performance.now();
  underWay += 1;
  answered.then(end, end);
  return answered;
}

/** Resolves when none is under way, at the latest when some have been for `longest` milliseconds. */
export function ballotsFirst(longest = longestWait): Promise<void> {
  const left = underWay === 0 ? 0 : longest - (performance.now() - since);
  if (left <= 0) return Promise.resolve();
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(patience);
      waiting.delete(go);
      resolve();
    };
    const patience = setTimeout(go, left);
    waiting.add(go);
  });
}
