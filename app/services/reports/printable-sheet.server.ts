// A sheet as the template of paper reads it: plain data.
import type { PaperSheet, SheetBlock } from '#app/domain/reports/document/paper-sheet.ts';
import { textOf } from '#app/text/text.ts';
import { letterheadOf, printedTable, scriptOf, type Printed } from './printable-report.server.ts';

/** How much larger than in the hand. */
const scales = { hand: 1, wall: 1.4 } as const;

export function printableSheet({ language, company, title, lead, foot, read, letterhead, parts }: PaperSheet): Printed {
  const text = textOf(language);
  return {
    ...scriptOf(language),
    title,
    author: company,
    foot,
    labels: { contents: text('report.contents'), figure: text('report.print.figure'), table: text('report.print.table') },
    ...letterheadOf(letterhead, company, text),
    sheet: { scale: scales[read], lead, parts: parts.map(({ heading, framed = false, blocks }) => ({ heading, framed, blocks: blocks.map(printedBlock) })) },
  };
}

function printedBlock(block: SheetBlock): Printed {
  if (block.kind === 'table') return printedTable(block, false);
  return block.kind === 'paragraph' && block.strong ? { ...block, kind: 'strong' } : { ...block };
}
