import type { QuestionView } from '#app/domain/reports/question-view.ts';
import { useText } from '#app/ui/text.ts';

/** What people ticked beside low scores; reasons fewer than k people gave are not named. */
export function ReasonList({ questions }: { questions: readonly QuestionView[] }) {
  const text = useText();
  const reasons = questions.filter((question) => question.reasons.length > 0);
  if (reasons.length === 0) return null;
  return (
    <div className="stack-tight">
      <h3>{text('results.questions.reasons')}</h3>
      {reasons.map((question) => (
        <div key={question.id}>
          <p className="small quiet">{question.text}</p>
          <ul className="reasons">
            {question.reasons.map((reason) => (
              <li key={reason.label}>{text('results.questions.reason', { label: reason.label, n: reason.people })}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
