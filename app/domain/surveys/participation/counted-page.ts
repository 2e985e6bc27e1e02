// The groups of a large company fill many pages: one is shown, and any is found by the name of a department in it.
import { blockNames, departmentsAround } from '../asking/block-names.ts';
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

type Counted = Pick<Block, 'departments' | 'place' | 'invited'>;

export function countedPage(departments: Manifest['departments'], blocks: readonly Counted[], { find, page }: CountedWish): CountedPage {
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
