// The questions of a dimension as bars that part at the middle, with every figure in the table below.
import { useMemo } from 'react';
import type { QuestionsPage } from '#app/domain/reports/questions-page.ts';
import type { QuestionView } from '#app/domain/reports/question-view.ts';
import type { Text } from '#app/text/text.ts';
import { DivergingBars, type DivergingBar } from '#app/ui/charts/diverging-bars.tsx';
import { useText } from '#app/ui/text.ts';
import { shareChartId } from '#app/domain/reports/document/chart-ids.ts';
import { FigureMenu } from './figure-menu.tsx';
import { ComparedWith } from './compared-with.tsx';
import { differenceText } from '#app/text/difference-text.ts';
import { namesText } from '../map/group-name.tsx';

type Dimension = Pick<QuestionsPage['dimensions'][number], 'id' | 'label' | 'favourable' | 'level' | 'questions'>;

const threeClasses = ['unfavourable', 'neutral', 'favourable'] as const;
const fiveClasses = ['1', '2', '3', '4', '5'] as const;

export function QuestionBars({ dimension }: { dimension: Dimension }) {
  const text = useText();
  const { bars, inFive } = useMemo(() => questionBarsOf(dimension.questions), [dimension]);
  const classes = useMemo(() => (inFive ? fiveClasses : threeClasses).map((one) => text(`results.class.${one}`)), [inFive, text]);
  const finding = text('results.questions.finding', { percent: dimension.favourable?.percent ?? 0 });
  const table = <QuestionTable questions={dimension.questions} caption={finding} />;
  if (bars.length === 0) {
    return (
      <div className="stack">
        <p className="quiet">{text('results.questions.few')}</p>
        <div className="scroll" tabIndex={0} role="group" aria-label={dimension.label}>
          {table}
        </div>
      </div>
    );
  }
  return (
    <DivergingBars finding={finding} label={text('results.questions.label', { n: dimension.level.n })} bars={bars} classes={classes} menu={<FigureMenu chart={shareChartId(dimension.id)} name={dimension.label} />}>
      {table}
    </DivergingBars>
  );
}

/** In five classes where every question has five points, else in three; questions of few answers are in the table alone. */
export function questionBarsOf(questions: readonly QuestionView[]): { readonly bars: readonly DivergingBar[]; readonly inFive: boolean } {
  const drawable = questions.filter((question) => question.shares !== null);
  const inFive = drawable.length > 0 && drawable.every((question) => question.points?.length === 5);
  return { inFive, bars: drawable.map((question) => ({ label: question.text, percents: inFive ? fivePercents(question) : threePercents(question) })) };
}

const threePercents = ({ shares }: QuestionView) => (shares ? [shares.unfavourable, shares.neutral, shares.favourable] : []);

const fivePercents = ({ points }: QuestionView): number[] => (points ?? []).map(({ percent }) => percent);

function QuestionTable({ questions, caption }: { questions: readonly QuestionView[]; caption: string }) {
  const text = useText();
  const heads = ['results.questions.question', 'results.levels.index', 'results.questions.mean', 'results.levels.favourable', 'results.class.neutral', 'results.class.unfavourable', 'results.questions.agreement', 'results.levels.change'] as const;
  const inWords: readonly string[] = ['results.questions.question', 'results.questions.agreement', 'results.levels.change'];
  return (
    <table className="table asked">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" className={inWords.includes(head) ? undefined : 'num'}>
              {text(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {questions.map((question) => (
          <QuestionRow key={question.id} question={question} />
        ))}
      </tbody>
    </table>
  );
}

function QuestionRow({ question }: { question: QuestionView }) {
  const text = useText();
  const percent = (n: number | undefined) => (n === undefined ? '–' : text('results.percent', { n }));
  const { shares, favourable, level, mean, agreement, change, outside } = question;
  return (
    <tr>
      <th scope="row">
        {question.text}
        <small className="quiet">{detailText(text, question)}</small>
      </th>
      <td className="num">
        {level.index}
        <small className="quiet">
          {text('results.range', { low: level.interval[0], high: level.interval[1] })}
        </small>
        {level.repeatability !== null && <small className="quiet compared">{text('figures.asked-again')}</small>}
        <ComparedWith outside={outside} />
      </td>
      <td className="num">{mean ?? '–'}</td>
      <td className="num">
        {percent(favourable.percent)}
        {favourable.interval && <small className="quiet">{text('results.range', { low: favourable.interval[0], high: favourable.interval[1] })}</small>}
      </td>
      <td className="num">{percent(shares?.neutral)}</td>
      <td className="num">{percent(shares?.unfavourable)}</td>
      <td>{agreement ? text(`results.agreement.${agreement}`) : '–'}</td>
      <td>{differenceText(text, change, 'change')}</td>
    </tr>
  );
}

function detailText(text: Text, { level, group, recommendation }: QuestionView): string {
  const parts = [level.size === null ? text('results.n', { n: level.n }) : text('results.n-of', { n: level.n, size: level.size })];
  if (group.with.length > 0) parts.push(text('results.with', { others: namesText(text, group.with) }));
  if (recommendation) parts.push(text('results.questions.recommend', { score: recommendation.score, low: recommendation.interval[0], high: recommendation.interval[1] }));
  return parts.join(' · ');
}
