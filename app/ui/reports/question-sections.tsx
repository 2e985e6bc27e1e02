import type { QuestionsPage } from '#app/domain/reports/questions-page.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { useText } from '#app/ui/text.ts';
import { ExpectationBars } from './figures/expectation-bars.tsx';
import { AskedOfSomeSections } from './asked-of-some.tsx';
import { QuestionBars } from './figures/question-bars.tsx';
import { ChosenChart } from './figures/chosen-chart.tsx';
import { ReasonList } from './words/reason-list.tsx';
import { TrendChart } from './figures/trend-chart.tsx';

export function QuestionSections({ page }: { page: QuestionsPage }) {
  const text = useText();
  return (
    <div className="stack-wide results">
      <p className="quiet">{text('results.questions.lead')}</p>
      {page.dimensions.map((dimension) => (
        <Card key={dimension.id} title={dimension.label}>
          <QuestionBars dimension={dimension} />
          <ReasonList questions={dimension.questions} />
          {dimension.reliability && (
            <p className="quiet small">{text(`results.reliability.${dimension.reliability.method}`, { value: dimension.reliability.value })}</p>
          )}
        </Card>
      ))}
      {page.alone.map((question) => (
        <Card key={question.id} title={question.text}>
          <QuestionBars dimension={{ ...question, label: question.text, questions: [question] }} />
          {page.lines.filter(({ id }) => id === question.id).map((line) => (
            <TrendChart key={line.id} trend={line} height={180} />
          ))}
        </Card>
      ))}
      {page.chosen.map((chosen) => (
        <Card key={chosen.id} title={chosen.text}>
          <ChosenChart chosen={chosen} k={page.survey.k} />
        </Card>
      ))}
      <AskedOfSomeSections page={page} />
      {page.expectations.length > 0 && (
        <Card title={text('results.expectation')}>
          {page.expectations.map((expectation) => (
            <ExpectationBars key={expectation.id} expectation={expectation} />
          ))}
        </Card>
      )}
      {page.together.length > 0 && <Together together={page.together} />}
    </div>
  );
}

function Together({ together }: Pick<QuestionsPage, 'together'>) {
  const text = useText();
  return (
    <Card title={text('results.together')}>
      <p className="quiet">{text('results.together.lead')}</p>
      <div className="scroll" tabIndex={0} role="group" aria-label={text('results.together')}>
        <table className="table">
          <caption className="visually-hidden">{text('results.together')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('results.questions.question')}</th>
              <th scope="col" className="num">{text('results.together.value')}</th>
              <th scope="col" className="num">{text('results.levels.interval')}</th>
              <th scope="col" className="num">{text('results.together.share')}</th>
            </tr>
          </thead>
          <tbody>
            {together.map((one) => (
              <tr key={one.text}>
                <th scope="row">{one.text}</th>
                <td className="num">{one.correlation}</td>
                <td className="num">{text('results.range', { low: one.interval[0], high: one.interval[1] })}</td>
                <td className="num">{one.percent === null ? '–' : text('results.percent', { n: one.percent })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
