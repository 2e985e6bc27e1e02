import type { ReactNode } from 'react';

/** One figure with what it is about above and what it rests on below. `wide`: over the whole row. */
export function Tile({ label, value, unit, wide = false, children }: { readonly label: string; readonly value: ReactNode; readonly unit?: string; readonly wide?: boolean; readonly children: ReactNode }) {
  return (
    <div className={wide ? 'tile wide' : 'tile'}>
      <div className="label">{label}</div>
      <div className="value">
        {value}
        {unit && <small> {unit}</small>}
      </div>
      <div className="note">{children}</div>
    </div>
  );
}
