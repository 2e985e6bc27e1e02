// The figures of follow-through, each with what it counts and how many it rests on. Of few things a per cent says more than there is.
import type { ReactNode } from 'react';
import type { Part } from '#app/domain/plans/follow-through.ts';
import { answerDays } from '#app/domain/kernel/answers-due.ts';
import type { ProgressFigures } from '#app/domain/plans/progress-figures.ts';
import type { Text } from '#app/text/text.ts';
import { useText } from '../text.ts';
import { whole } from '#app/domain/kernel/rounding.ts';

const fewestForPercent = 20;

export function partText(text: Text, { part, of }: Part): string {
  if (of === 0) return '–';
  return of < fewestForPercent ? text('progress.part', { part, of }) : text('progress.percent', { n: whole((100 * part) / of) });
}

function Tile({ label, value, children }: { label: string; value: ReactNode; children: ReactNode }) {
  return (
    <div className="tile">
      <div className="label">{label}</div>
      <div className="value">{value}</div>
      <div className="note">{children}</div>
    </div>
  );
}

function PartTile({ label, figure, note }: { label: string; figure: Part; note: string }) {
  const text = useText();
  return (
    <Tile label={label} value={partText(text, figure)}>
      {figure.of === 0 ? text('progress.nothing') : note}
    </Tile>
  );
}

export function ProgressTiles({ figures }: { figures: ProgressFigures }) {
  const text = useText();
  const { response, slips, promises, plans } = figures;
  const perPlan = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return (
    <div className="tiles">
      <PartTile label={text('progress.steps')} figure={figures.stepsOnTime} note={text('progress.steps.note', { ...figures.stepsOnTime })} />
      <PartTile label={text('progress.follow')} figure={figures.followThrough} note={text('progress.follow.note', { ...figures.followThrough })} />
      <Tile label={text('progress.response')} value={response.median === null ? '–' : text('progress.response.value', { n: response.median })}>
        {response.median === null ? text('progress.nothing') : text('progress.response.note', { n: response.answered, ...response.inTime, days: answerDays })}
      </Tile>
      <PartTile label={text('progress.loop')} figure={figures.closedLoop} note={text('progress.loop.note', { ...figures.closedLoop })} />
      <Tile label={text('progress.slips')} value={text.number(slips.perPlan, perPlan)}>
        {text('progress.slips.note', { moved: slips.moved, plans })}
      </Tile>
      <PartTile label={text('progress.promises')} figure={promises.kept} note={text('progress.promises.note', { ...promises.kept, renewals: promises.renewals })} />
    </div>
  );
}
