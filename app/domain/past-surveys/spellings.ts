// One department written in several ways (case, width, spaces, what nobody sees) is one, by the way that most answers have; where they differ
// by a letter they are two.
import { cleanCell, foldedText } from '#app/domain/organisation/clean-cell.ts';

/** By which departments of a file are compared. */
export const foldedDepartment = (name: string): string => foldedText(name);

const separator = ' / ';

/** Of several ways the one most used, without what nobody sees; the order in which they come makes no difference. */
export function mostUsed(ways: ReadonlyMap<string, number>): string {
  return cleanCell([...ways].reduce((best, way) => (way[1] > best[1] || (way[1] === best[1] && way[0] < best[0]) ? way : best))[0]);
}

/** By each path the one spelling for what it names, step by step: ` / ` parts the steps. `uses`: how many answers have each. */
export function oneSpelling(uses: ReadonlyMap<string, number>): Map<string, string> {
  const ways = new Map<string, Map<string, number>>();
  const keysOf = (steps: readonly string[]) => steps.map((_, at) => steps.slice(0, at + 1).map(foldedDepartment).join(separator));
  for (const [path, count] of uses) {
    const steps = path.split(separator);
    keysOf(steps).forEach((key, at) => {
      const known = ways.get(key) ?? new Map<string, number>();
      ways.set(key, known.set(steps[at]!, (known.get(steps[at]!) ?? 0) + count));
    });
  }
  return new Map([...uses.keys()].map((path) => [path, keysOf(path.split(separator)).map((key) => mostUsed(ways.get(key)!)).join(separator)]));
}
