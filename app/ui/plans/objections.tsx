// Objections to a draft, in the order in which they come: how to say something, what was said, what was answered.
import { Link } from '@remix-run/react';
import type { ConsultationView } from '#app/domain/plans/consultation-view.ts';
import { unreachable } from '#app/domain/kernel/unreachable.ts';
import { Card } from '../controls/card.tsx';
import { Notice } from '../controls/notice.tsx';
import { Progress } from '../controls/progress.tsx';
import { useText } from '../text.ts';
import { Done } from './done.tsx';
import { AnswerToAll, WordsByName } from './objection-forms.tsx';
import { replyTo, type PlanPart } from './plan-view.ts';

const deedsHere = ['object-by-name', 'answer-objections'] as const;

interface Part {
  readonly seen: ConsultationView;
  readonly department: string;
}

export function Objections({ view, reply, did }: PlanPart) {
  const text = useText();
  const { consultation: seen, plan, names, departmentName: department, requests, me } = view;
  if (!seen) return null;
  const open = plan.state === 'consulted';
  return (
    <Card title={text('consultation.title')}>
      <Done did={did} here={deedsHere} />
      <Stand seen={seen} department={department} />
      {seen.objecting && <WordsByName key={seen.objections.length} to={names[plan.ownerId] ?? '–'} open={seen.asking === 'words'} request={requests.objection} reply={replyTo(reply, 'object-by-name')} />}
      <ByName seen={seen} names={names} />
      {seen.answer && (
        <div className="stack-tight">
          <h3>{text('consultation.answer')}</h3>
          <p className="said">{seen.answer.text}</p>
          <p className="small quiet">{text('consultation.answer.by', { name: names[seen.answer.by] ?? '–', day: text.day(seen.answer.on) })}</p>
        </div>
      )}
      {open && seen.ownerLeft && !seen.answer && <Notice>{text('consultation.owner-left', { department })}</Notice>}
      {open && !seen.answer && <p className="small">{text('consultation.answer.owed')}</p>}
      {seen.answering && <AnswerToAll reply={replyTo(reply, 'answer-objections')} />}
      {me.hr && seen.sealed !== null && (
        <p className="small">
          <Link to={`/surveys/${seen.sealed}`}>{text('consultation.sealed')}</Link>
        </p>
      )}
    </Card>
  );
}

function Stand({ seen, department }: Part) {
  const text = useText();
  switch (seen.stand) {
    case 'asking':
      return <Asking seen={seen} department={department} />;
    case 'result':
      return <Result seen={seen} />;
    case 'by-name':
      return <NoSheets seen={seen} department={department} />;
    case 'ended':
    case 'lost':
    case 'held-up':
    case 'not-opened':
      return <Notice tone="warn">{text(`consultation.${seen.stand}`)}</Notice>;
    case 'preparing':
    case 'counting':
    case 'too-few':
      return <Notice>{text(`consultation.${seen.stand}`)}</Notice>;
    default:
      return unreachable(seen.stand);
  }
}

function Asking({ seen, department }: Part) {
  const text = useText();
  const { people, until, resultOn, sheet, leastForWords } = seen;
  return (
    <div className="stack">
      <p>{text('consultation.asking', { department, people: text('people.count', { n: people }), until: text.day(until), day: text.day(resultOn) })}</p>
      <p className="small">{text('consultation.everybody')}</p>
      {seen.asking === 'counts' && <p className="small">{text('consultation.no-texts', { fewest: leastForWords })}</p>}
      {sheet && (
        <a className={sheet.taken ? 'button large no-print' : 'button primary large no-print'} href={sheet.link}>
          {text(sheet.taken ? 'consultation.sheet.again' : 'consultation.sheet')}
        </a>
      )}
      <p className="small quiet">{text('consultation.no-pulse')}</p>
    </div>
  );
}

function NoSheets({ seen, department }: Part) {
  const text = useText();
  const { people, leastAsked: least, until } = seen;
  if (!seen.objecting && seen.answer) return <p className="small quiet">{text('consultation.over', { until: text.day(until) })}</p>;
  const values = { department, people: text('people.count', { n: people }), least, until: text.day(until) };
  return <p>{text(people < least ? 'consultation.few' : 'consultation.not-here', values)}</p>;
}

function Result({ seen: { result, leastForWords } }: Pick<Part, 'seen'>) {
  const text = useText();
  if (!result) return null;
  const { answered, asked, counts, texts } = result;
  return (
    <div className="stack">
      <h3>{text('consultation.result', { answered, asked })}</h3>
      <div className="stack-tight">
        {counts.toReversed().map(({ label, people }) => (
          <Progress key={label} label={label} value={people} most={answered} said={text.number(people)} />
        ))}
      </div>
      <p className="small quiet">{text('consultation.result.note')}</p>
      {texts.length > 0 && (
        <div className="stack-tight">
          <h3>{text('consultation.texts')}</h3>
          <ul className="list">
            {texts.map((words, at) => (
              <li key={at}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      {texts.length === 0 && answered < leastForWords && <p className="small quiet">{text('consultation.no-texts', { fewest: leastForWords })}</p>}
    </div>
  );
}

function ByName({ seen: { objections }, names }: Pick<Part, 'seen'> & { readonly names: Readonly<Record<string, string>> }) {
  const text = useText();
  if (objections.length === 0) return null;
  return (
    <div className="stack-tight">
      <h3>{text('consultation.by-name')}</h3>
      <p className="small quiet">{text('consultation.by-name.readers')}</p>
      <ul className="list">
        {objections.map((one) => (
          <li key={one.id}>
            <p className="said">{one.text}</p>
            <p className="small quiet">{text('consultation.by-name.who', { name: names[one.authorId] ?? '–', to: names[one.toId] ?? '–', day: text.day(one.day) })}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
