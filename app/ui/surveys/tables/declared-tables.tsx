// The declared tables of a survey, and before sealing what will probably become of them.
import { inLanguage, type Language } from '#app/domain/kernel/language.ts';
import type { Forecast } from '#app/domain/publication/cuts/cut-preview.ts';
import { backgroundLabel } from '#app/domain/surveys/backgrounds/background.ts';
import { wholeCompany } from '#app/domain/surveys/backgrounds/declared-cuts.ts';
import type { SurveyDefinition } from '#app/domain/surveys/survey.ts';
import { Badge } from '../../controls/badge.tsx';
import { Notice } from '../../controls/notice.tsx';
import { useText } from '../../text.ts';
import { ForecastLead } from './forecast-lead.tsx';

export interface DeclaredProps {
  readonly definition: SurveyDefinition;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  /** Null where it is too early or too late to tell. */
  readonly forecast: Forecast | null;
}

export function DeclaredTables({ definition, departments, forecast }: DeclaredProps) {
  const text = useText();
  const { cuts, questions } = definition;
  const nameOf = (id: string): string => {
    const question = questions.find((one) => one.id === id);
    const label = backgroundLabel(id, question);
    return label ? text.of(label) : question ? text.of(question.text) : id;
  };
  const tableOf = (question: string, scope: string): string => {
    if (scope === wholeCompany) return text('draft.tables.name.company', { question: nameOf(question) });
    return text('draft.tables.name', { question: nameOf(question), scope: departments.find((one) => one.id === scope)?.name ?? scope });
  };
  const dropped = forecast?.cuts?.filter(({ why }) => why !== null) ?? [];
  return (
    <div className="stack">
      {forecast && <ForecastLead forecast={forecast} />}
      <ol className="declared">
        {cuts.map(({ question, scope, items }) => {
          const told = forecast?.cuts?.find((one) => one.question === question && one.scope === scope) ?? null;
          return (
            <li key={`${question} ${scope}`}>
              <div className="row">
                <span className="strong">{tableOf(question, scope)}</span>
                {told && (
                  <Badge tone={told.why === null ? 'good' : 'quiet'} icon={told.why === null ? 'check' : undefined}>
                    {text(told.why === null ? 'survey.tables.likely' : 'survey.tables.unlikely')}
                  </Badge>
                )}
              </div>
              <p className="quiet small">{told?.why ? text(`survey.tables.why.${told.why}`) : text('survey.tables.items', { n: items.length - (told?.leftOut.length ?? 0) })}</p>
              {told?.bands && <Bands bands={told.bands} labelOf={(id) => optionOf(questions, question, id, text.language)} />}
              {told && told.leftOut.length > 0 && <p className="quiet small">{text('survey.tables.left-out', { items: text.list(told.leftOut.map(nameOf)) })}</p>}
            </li>
          );
        })}
      </ol>
      {dropped.length > 0 && <Notice>{text('survey.tables.help')}</Notice>}
    </div>
  );
}

function optionOf(questions: SurveyDefinition['questions'], question: string, id: string, language: Language): string {
  const asked = questions.find((one) => one.id === question);
  return (asked?.kind === 'background' && inLanguage(asked.options.find((option) => option.id === id)?.label, language)) || id;
}

/** What is counted together; who prefers not to say is counted in the smallest band whatever it is. */
function Bands({ bands, labelOf }: { bands: readonly (readonly string[])[]; labelOf(id: string): string }) {
  const text = useText();
  return (
    <ul className="bands">
      {bands.map((labels) => (
        <li key={labels.join()}>{labels.filter((label) => label !== '').map(labelOf).join(' + ') || text('results.cuts.blank')}</li>
      ))}
    </ul>
  );
}
