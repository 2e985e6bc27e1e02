// Questions that only some groups were asked, in a place of their own: beside figures of everybody they would be taken for theirs.
import type { QuestionsPage } from '#app/domain/reports/questions-page.ts';
import type { SomeView } from '#app/domain/reports/some-view.ts';
import { namesText } from '#app/text/group-text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { RoutedLine } from '#app/ui/surveys/asking/routed-to.tsx';
import { useText } from '#app/ui/text.ts';
import { ChosenChart } from './figures/chosen-chart.tsx';
import { Pictures } from './figures/figure-menu.tsx';
import { QuestionBars } from './figures/question-bars.tsx';
import { TrendChart } from './figures/trend-chart.tsx';

export function AskedOfSomeSections({ page }: { readonly page: Pick<QuestionsPage, 'ofSome' | 'survey'> }) {
  const text = useText();
  if (page.ofSome.length === 0) return null;
  return (
    <section className="stack-wide" aria-labelledby="asked-of-some">
      <div>
        <h2 id="asked-of-some">{text('routing.results')}</h2>
        <p className="quiet">{text('routing.results.lead')}</p>
      </div>
      {page.ofSome.map((asked) => (
        <Card key={asked.id} title={asked.text}>
          <AskedOfSome asked={asked} k={page.survey.k} />
        </Card>
      ))}
    </section>
  );
}

const isAllAsked = ({ names }: NonNullable<SomeView['group']>, to: SomeView['to']): boolean => to !== null && names.length === to.names.length && names.every(({ name }, at) => name === to.names[at]);

function AskedOfSome({ asked: { text: title, to, screener, group, question, chosen, line }, k }: { readonly asked: SomeView; readonly k: number }) {
  const text = useText();
  return (
    <Pictures.Provider value={null}>
      <p className="strong">
        <RoutedLine to={to} screener={screener} />
      </p>
      {group && !isAllAsked(group, to) && <p className="quiet small">{text('routing.results.here', { names: namesText(text, group.names) })}</p>}
      {!question && !chosen && <p className="quiet">{text(screener === null ? 'routing.results.few' : 'routing.results.few.yes')}</p>}
      {question && <QuestionBars dimension={{ ...question, label: title, questions: [question] }} />}
      {chosen && <ChosenChart chosen={chosen} k={k} />}
      {line && <TrendChart trend={line} height={180} />}
    </Pictures.Provider>
  );
}
