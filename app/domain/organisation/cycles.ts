// Who reports to whom, and which department lies in which: both must end at the top. A circle has no top.

/** Every circle once, from its first member in the given order; each member points to the next, the last to the first. */
export function circlesOf(members: Iterable<string>, above: (member: string) => string | null): string[][] {
  const seen = new Map<string, number>();
  const circles: string[][] = [];
  let walk = 0;
  for (const start of members) {
    walk += 1;
    const path: string[] = [];
    let at: string | null = start;
    while (at !== null && !seen.has(at)) {
      seen.set(at, walk);
      path.push(at);
      at = above(at);
    }
    if (at !== null && seen.get(at) === walk) circles.push(path.slice(path.indexOf(at)));
  }
  return circles;
}
