// Which departments are offered to go on to. Nobody finds one of a thousand in a list; there the way up, the neighbours and what lies
// below are offered, and the map searches the others.

interface Place {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
}

const most = 200;

/** `places` in tree order; all of them where they are few. */
export function nearby<Offered extends Place>(places: readonly Offered[], department: string): readonly Offered[] {
  const at = places.findIndex(({ id }) => id === department);
  if (places.length <= most || at < 0) return places.length <= most ? places : places.slice(0, most);
  const depthOf = (index: number) => places[index]?.depth ?? 0;
  const aboveOf = (index: number) => places.findLastIndex(({ depth }, one) => one < index && depth < depthOf(index));
  const above: number[] = [];
  for (let index = aboveOf(at); index >= 0; index = aboveOf(index)) above.push(index);
  const endOf = (place: number) => {
    const end = places.findIndex(({ depth }, index) => index > place && depth <= depthOf(place));
    return end < 0 ? places.length : end;
  };
  const inside = (place: number, depth: number) => {
    const end = endOf(place);
    return places.flatMap((one, index) => (index > place && index < end && one.depth === depth ? [index] : [])).slice(0, most);
  };
  const kept = new Set([at, ...above, ...inside(at, depthOf(at) + 1), ...inside(above[0] ?? at, depthOf(at))]);
  return places.filter((_, index) => kept.has(index));
}
