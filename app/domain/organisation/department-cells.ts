// How a file writes departments: what parts a path, whether somebody stands in two of them, and levels in columns of their own. Every cell
// becomes one path, `Company / Division / Team`.
import { cleanCell, foldedText } from './clean-cell.ts';
import { joined } from './department-paths.ts';
import type { PeopleChoices } from './people-choices.ts';

/** What parts a path wherever it is found; a hyphen or a slash without spaces may belong to a name and needs the other cells to show it. */
const plainly = [' / ', '／', '>', '»', '›', '→', '\\', '::', '|'] as const;
const perhaps = ['/', ' - ', ' – ', '-', ';', '·'] as const;
export const pathSeparators: readonly string[] = [...plainly, ...perhaps];

const betweenMemberships = /[;；、\n]|(?<!\d),(?!\d)|，|\|/u;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
// The full-width form parts as the other does.
const wide: Readonly<Record<string, string>> = { '>': '[>＞]', '-': '[-－]', ';': '[;；]', '\\': '[\\\\＼]', '|': '[|｜]', '/': '[/／]' };

function splitter(separator: string): RegExp {
  if (separator === ' / ') return /(?<=^|\s)\/(?=\s|$)|／/u;
  if (separator.trim() !== separator) return new RegExp(`\\s${escaped(separator.trim())}\\s`, 'u');
  return new RegExp(wide[separator] ?? escaped(separator), 'u');
}

export const partsBy = (cell: string, separator: string): string[] => (separator === '' ? [cell] : cell.split(splitter(separator))).map((part) => part.trim());

/** Whether the split cells form a tree: all begin at one top, or what stands above a split is itself a department. */
function isTree(cells: readonly string[], separator: string): boolean {
  const split = cells.map((cell) => partsBy(cell, separator).map(foldedText));
  const paths = split.filter((parts) => parts.length > 1 && !parts.includes(''));
  if (paths.length < 2) return false;
  if (new Set(split.map((parts) => parts[0])).size === 1) return true;
  const whole = new Set(cells.map(foldedText));
  return paths.filter((parts) => whole.has(parts[0] as string) || whole.has(parts.slice(0, -1).join(separator))).length >= 0.6 * paths.length;
}

/** What parts the paths of these cells; empty where nobody writes one. */
export function separatorIn(cells: readonly string[]): string {
  const lone = cells.filter((cell) => !betweenMemberships.test(cell));
  const looked = lone.length >= 2 ? lone : cells;
  const split = (separator: string) => looked.filter((cell) => partsBy(cell, separator).length > 1).length;
  const [best] = plainly.map((separator) => ({ separator, count: split(separator) })).filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  if (best) return best.separator === '／' ? ' / ' : best.separator;
  return perhaps.find((separator) => split(separator) > 0 && isTree(looked, separator)) ?? '';
}

/** The departments of a cell that names several; one where it names one. */
function membershipsOf(cell: string, separator: string, known: ReadonlySet<string>): string[] {
  const pieces = cell.split(betweenMemberships).map((piece) => piece.trim()).filter((piece) => piece !== '');
  if (pieces.length < 2) return [cell];
  const tops = new Set(pieces.map((piece) => foldedText(partsBy(piece, separator)[0] as string)));
  const arePaths = separator !== '' && tops.size === 1 && pieces.every((piece) => partsBy(piece, separator).length > 1);
  return arePaths || pieces.every((piece) => known.has(foldedText(piece))) ? pieces : [cell];
}

export interface DepartmentCells {
  readonly separator: string;
  /** The path of a cell; null where it names two departments and nobody said which counts. */
  pathOf(cell: string): string | null;
}

/** `all`: the cells of one column, blank ones too. */
export function departmentCells(all: readonly string[], choices: Pick<PeopleChoices, 'path' | 'memberships'>): DepartmentCells {
  const cells = [...new Set(all)].filter((cell) => cell !== '');
  const separator = choices.path ?? separatorIn(cells);
  const known = new Set(cells.map(foldedText));
  // «Firm/Sales» among «Firm / Sales» is the same place.
  const spaced = new Set(separator === ' / ' ? cells.flatMap((cell) => waysUp(partsBy(cell, separator))) : []);
  const path = (cell: string) => {
    const parts = partsBy(cell, separator);
    if (separator !== ' / ') return joined(parts.map((part) => part.replace(/\s+\/\s+|／/gu, '/')));
    const loose = parts.length === 1 ? joined(partsBy(cell, '/')) : cell;
    return spaced.has(foldedText(loose)) && loose !== cell ? loose : joined(parts);
  };
  const pathOf = (cell: string): string | null => {
    const places = membershipsOf(cell, separator, known);
    if (places.length > 1 && !choices.memberships) return null;
    return path((choices.memberships === 'last' ? places.at(-1) : places[0]) as string);
  };
  return { separator, pathOf };
}

const waysUp = (parts: readonly string[]) => parts.slice(1).map((_part, at) => foldedText(joined(parts.slice(0, at + 2))));

/** Levels in columns of their own, the upper first: what repeats the level above, or is not there, is none. */
export function stacked(levels: readonly string[]): string {
  const parts: string[] = [];
  for (const level of levels.map(cleanCell)) if (level !== '' && foldedText(level) !== foldedText(parts.at(-1) ?? '')) parts.push(level.replace(/\s+\/\s+|／/gu, '/'));
  return joined(parts);
}

/** The way from the top through departments that name the one above them; null where they lie in a circle. */
export function climbed(department: string, parentOf: ReadonlyMap<string, string>): string | null {
  const way = [department];
  const seen = new Set([foldedText(department)]);
  for (let above = parentOf.get(foldedText(department)); above !== undefined && above !== ''; above = parentOf.get(foldedText(above))) {
    if (seen.has(foldedText(above))) return foldedText(above) === foldedText(way[0] as string) ? stacked(way) : null;
    seen.add(foldedText(above));
    way.unshift(above);
  }
  return stacked(way);
}
