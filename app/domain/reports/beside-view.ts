// One department beside another and beside the company. The marks are those of the map: whether two departments that somebody picked
// by eye differ from one another is not tested, because with a thousand departments there are half a million such pairs.
import { rowOf, type HeatMap } from '../analysis/map/heat-map.ts';
import type { HeatRow } from '../analysis/map/heat-rows.ts';
import type { Wave } from '../analysis/wave.ts';
import { cellView, type Compared, type HeatCellView } from './heat-view.ts';
import type { GroupView, Labels } from './labels.ts';

export interface BesideView {
  readonly compared: Compared;
  /** The departments, the company last unless it is one of them. */
  readonly sides: readonly { readonly id: string; readonly group: GroupView }[];
  /** Two of them are one number, because they are counted together. */
  readonly together: boolean;
  readonly rows: readonly { readonly id: string; readonly label: string; readonly cells: readonly (HeatCellView | null)[] }[];
}

/** `departments`: known to the wave, at least one. */
export function besideView(wave: Wave, map: HeatMap, labels: Labels, { departments, compared }: { departments: readonly string[]; compared: Compared }): BesideView {
  const ids = [...new Set([...departments, wave.root])];
  const ats = ids.map((id) => rowOf(map, wave, id));
  const groupOf = (id: string) => wave.base !== null && wave.group(wave.base, id);
  return {
    compared,
    sides: ids.flatMap((id) => {
      const group = groupOf(id);
      return group ? [{ id, group: labels.group(id, group) }] : [];
    }),
    together: new Set(ats).size < ats.length,
    rows: map.subjects.map(({ id }, column) => ({
      id,
      label: labels.dimension(id),
      cells: ats.map((at) => {
        const cell = map.cells[at]?.[column];
        return cell ? cellView(cell, map.rows[at] as HeatRow, { wave, labels, look: { department: wave.root, compared } }) : null;
      }),
    })),
  };
}
