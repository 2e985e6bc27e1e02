// Who was counted in a file of past answers, in lines: what was left out, and what spoke for and against.
import type { Analysis } from '#app/services/analysis.server.ts';
import { textOf } from '#app/text/text.ts';
import { detailsOf, speaksAgainst } from '#app/domain/past-surveys/counting.ts';

type Counted = Analysis['counted'];

/** For machines. */
export function countsOf({ otherPeriods, summaries, nameless, again, superseded }: Counted): Readonly<Record<string, number>> {
  return { otherPeriods, summaries, nameless, again, superseded };
}

export function countedLines({ signs, said, otherPeriods, summaries, nameless, again, superseded }: Counted): string[] {
  const text = textOf('en');
  const lines = signs.map((sign) => {
    const seen = text(`past.sign.${sign.kind}`, { ...detailsOf(sign), header: `«${sign.header}»` });
    const alike = sign.alike > 0 && sign.kind.startsWith('id-') ? `; ${text('past.sign.alike', { alike: sign.alike })}` : '';
    return `${seen}${alike}${speaksAgainst(sign.kind) && said.disregarded.includes(sign.column) ? ' (disregarded, as you said)' : ''}`;
  });
  const left = [
    [otherPeriods, 'rows of other waves were not counted'],
    [summaries, 'rows that call themselves a total or an average were not counted'],
    [nameless, 'rows without an id were not counted'],
    [again, 'rows or answers repeat what the same person said'],
    [superseded, `rows or answers were not counted, because the ${said.repeated} one of a person counts`],
  ] as const;
  return [...lines, ...left.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []))];
}
