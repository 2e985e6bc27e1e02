// Ballots first: while a ballot or a paper is under way no page is begun, and long work here stands still. Every step of a ballot (its
// bytes, its paper, its box, its file) would otherwise wait for whatever has come in between, and a page takes longer than all steps
// together. One loop serves the whole process, so this counts for the process, and counts only: neither whose nor for which survey.

/** Milliseconds. Answers that never stop coming keep nobody out for longer. */
const longestWait = 100;

let underWay = 0;
const waiting = new Set<() => void>();

function end(): void {
  underWay -= 1;
  if (underWay === 0) for (const go of [...waiting]) go();
}

/** Until `answered` a ballot, a paper or its page is under way. Never counted while a body is still coming: whoever sends none to its end
 * would hold up everybody's pages with one connection. Returns what it was given. */
export function answering<T>(answered: Promise<T>): Promise<T> {
  underWay += 1;
  answered.then(end, end);
  return answered;
}

/** Resolves when none is under way, at the latest after `longest` milliseconds. */
export function ballotsFirst(longest = longestWait): Promise<void> {
  if (underWay === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(patience);
      waiting.delete(go);
      resolve();
    };
    const patience = setTimeout(go, longest);
    waiting.add(go);
  });
}
