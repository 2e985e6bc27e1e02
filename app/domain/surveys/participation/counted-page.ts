// The groups of a large company fill many pages: one is shown, and any is found by the name of a department in it.
import { blockNames } from '../asking/block-names.ts';
import type { CountedBlock } from '../listed-survey.ts';
import type { Block, Manifest } from '../sealed/manifest.ts';

/** Groups on a page. */
const perPage = 100;

export interface CountedWish {
  /** A part of a department's name; empty for all. */
  readonly find: string;
  /** From 1. */
  readonly page: number;
}

export interface CountedPage {
  readonly blocks: readonly CountedBlock[];
  readonly find: string;
  /** How many groups there are, and how many match. */
  readonly all: number;
  readonly found: number;
  readonly page: number;
  readonly pages: number;
}

type Departments = Manifest['departments'];

/** The departments that a block's name depends on: its own and those directly below them, in the order of the manifest. */
export function departmentsAround(departments: Departments): (block: Pick<Block, 'departments'>) => Departments {
  const places = new Map(departments.map(({ id }, at) => [id, at]));
  const below = new Map<string, number[]>();
  for (const [at, { parentId }] of departments.entries()) {
    if (parentId !== null && !below.get(parentId)?.push(at)) below.set(parentId, [at]);
  }
  return (block) => {
    const own = block.departments.flatMap((id) => places.get(id) ?? []);
    const near = new Set([...own, ...block.departments.flatMap((id) => below.get(id) ?? [])]);
    return [...near].sort((one, other) => one - other).map((at) => departments[at]!);
  };
}

type Counted = Pick<Block, 'departments' | 'place' | 'invited'>;

export function countedPage(departments: Departments, blocks: readonly Counted[], { find, page }: CountedWish): CountedPage {
  const folded = (text: string) => text.normalize('NFKC').toLowerCase();
  const wanted = folded(find.trim());
  const names = new Map(departments.map(({ id, name }) => [id, folded(name)]));
  const found = wanted === '' ? blocks : blocks.filter((block) => block.departments.some((id) => names.get(id)?.includes(wanted)));
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const at = Math.min(Math.max(1, page), pages);
  const around = departmentsAround(departments);
  const shown = found.slice((at - 1) * perPage, at * perPage).map((block) => ({ names: blockNames({ departments: around(block) }, block), invited: block.invited }));
  return { blocks: shown, find, all: blocks.length, found: found.length, page: at, pages };
}
