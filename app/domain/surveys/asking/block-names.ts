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
