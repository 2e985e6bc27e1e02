// The sheet on top of a pile: the only one that says for whom the pile is. It is not cut and not handed out.
import { onSheets, type Cover } from '#app/domain/surveys/slips/printed-slips.ts';
import { useText } from '../../text.ts';

const steps = ['two', 'cut', 'take', 'unread', 'count', 'rest'] as const;
const lines = ['given', 'left', 'day', 'hr', 'other'] as const;

export function CoverSheet({ cover: { title, departments, slips, closesOn } }: { cover: Cover }) {
  const text = useText();
  const sheets = onSheets(Array.from({ length: slips })).length;
  return (
    <article className="sheet cover">
      <h2>{text('cover.title')}</h2>
      <p className="of">{text.of(title)}</p>
      <dl>
        <dt>{text('cover.for')}</dt>
        <dd>{text.list(departments)}</dd>
        <dt>{text('cover.pile')}</dt>
        <dd>{text('cover.slips', { slips, sheets })}</dd>
      </dl>
      <ol>
        {steps.map((step) => (
          <li key={step}>{text(`cover.step.${step}`, { closes: text.day(closesOn) })}</li>
        ))}
      </ol>
      <div className="filled">
        {lines.map((line) => (
          <p key={line}>{text(`cover.line.${line}`)}</p>
        ))}
      </div>
    </article>
  );
}
