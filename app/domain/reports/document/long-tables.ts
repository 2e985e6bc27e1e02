// Tables that nobody reads to their end: what is read holds their beginning and says so, files hold all of them. Five thousand departments
// would otherwise make a page that no browser opens and a paper that nobody prints.
import type { Block, ReportDocument, Section, Table } from './document.ts';
import { said, type Say } from './say.ts';

/** Rows of one table that are read. */
export const mostRows = 100;

const isLong = (block: Block): block is Table => block.kind === 'table' && block.rows.length > mostRows;

export function withLongTablesApart(say: Say, document: ReportDocument): ReportDocument {
  const whole: Table[] = [];
  const shortened = (block: Block): Block[] => {
    if (!isLong(block)) return [block];
    whole.push(block);
    return [{ ...block, rows: block.rows.slice(0, mostRows), part: true }, said(say, 'report.table.part', { shown: mostRows, total: block.rows.length, table: block.caption })];
  };
  const within = (section: Section): Section => ({ ...section, blocks: section.blocks.flatMap(shortened), sections: section.sections.map(within) });
  const sections = document.sections.map(within);
  return { ...document, sections, data: [...whole, ...document.data] };
}
