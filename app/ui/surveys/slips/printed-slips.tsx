// A pile as it is shown once: on the screen what to do, on paper the cover sheet and the slips.
import type { Cover, PrintedSlips as Slips } from '#app/domain/surveys/slips/printed-slips.ts';
import { Notice } from '../../controls/notice.tsx';
import { PageHeader } from '../../controls/page-header.tsx';
import { useText } from '../../text.ts';
import { CoverSheet } from './cover-sheet.tsx';
import { SlipSheets } from './slip-sheets.tsx';

export interface ShownPile {
  readonly cover: Cover;
  readonly slips: Slips;
}

export function PrintedSlips({ id, pile: { cover, slips } }: { id: string; pile: ShownPile }) {
  const text = useText();
  const back = { to: `/surveys/${id}/slips`, label: text('slips.open') };
  const print = (
    <button type="button" className="button primary" onClick={() => window.print()}>
      {text('slips.pile.print')}
    </button>
  );
  return (
    <div className="wide">
      <div className="no-print stack">
        <PageHeader title={text('slips.pile.title', { title: text.of(cover.title) })} lead={text('slips.pile.until', { day: text.day(cover.closesOn) })} back={back} actions={print} />
        <Notice tone="warn">{text('slips.pile.once')}</Notice>
      </div>
      <div className="sheets">
        <CoverSheet cover={cover} />
        <SlipSheets slips={slips} />
      </div>
    </div>
  );
}
