// Assess, improve, monitor as three steps, each with a sentence and its day; where the department stands is said in words too.
import { daysBetween, type Day } from '#app/domain/kernel/day.ts';
import { cycleStages, stageState, type Cycle, type CycleStage, type DepartmentCycle } from '#app/domain/plans/cycle.ts';
import type { Text } from '#app/text/text.ts';
import { Icon } from '../controls/icon.tsx';
import { useText } from '../text.ts';

function sentenceOf(text: Text, cycle: Cycle, { stage, today }: { stage: CycleStage; today: Day }): string {
  const { day, many: n } = cycle[stage];
  const values = { day: day === null ? '–' : text.day(day), n, days: day === null ? 0 : Math.max(0, daysBetween(day, today)) };
  switch (stage) {
    case 'assess':
      return text(`cycle.assess.${cycle.assess.code}`, values);
    case 'improve':
      return text(`cycle.improve.${cycle.improve.code}`, values);
    case 'monitor':
      return text(`cycle.monitor.${cycle.monitor.code}`, values);
  }
}

export function CycleStepper({ cycle, today }: { cycle: DepartmentCycle; today: Day }) {
  const text = useText();
  return (
    <ol className="cycle" aria-label={text('cycle.title', { department: cycle.department })}>
      {cycleStages.map((stage) => {
        const state = stageState(cycle, stage);
        return (
          <li key={stage} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className={state === 'done' ? 'dot' : 'dot number'}>{state === 'done' && <Icon name="check" />}</span>
            <span>
              <span className="strong">{text(`cycle.stage.${stage}`)}</span>
              {state !== 'later' && <span className="visually-hidden"> ({text(state === 'done' ? 'step.done' : 'cycle.now')})</span>}
              <br />
              <span className="small quiet">{sentenceOf(text, cycle, { stage, today })}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
