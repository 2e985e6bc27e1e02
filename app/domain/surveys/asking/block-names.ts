// How a block is called: the department it stands at and those counted with it. A department whose whole part of the tree is in
// the block stands for all of it.
import type { Block, Manifest } from '../sealed/manifest.ts';

export function blockNames({ departments }: Pick<Manifest, 'departments'>, block: Pick<Block, 'departments' | 'place'>): readonly string[] {
  const held = new Set(block.departments);
  const children = (id: string) => departments.filter((department) => department.parentId === id);
  const whole = (id: string): boolean => held.has(id) && children(id).every((child) => whole(child.id));
  const told = departments.filter(({ id, parentId }) => held.has(id) && !(parentId !== null && whole(parentId)));
  const place = told.filter(({ id }) => id === block.place);
  return [...place, ...told.filter(({ id }) => id !== block.place)].map(({ name }) => name);
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
