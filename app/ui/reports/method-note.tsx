// How the numbers of a survey were made, in words anybody can check against the release.
import type { MethodPage } from '#app/domain/reports/method-page.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { useText } from '#app/ui/text.ts';
import { CutNotes } from './figures/cut-notes.tsx';
import { AskedNotice } from './asked-notice.tsx';
import { FromFile } from './from-file.tsx';
import { groupText } from './map/group-name.tsx';

export function MethodNote({ method }: { method: MethodPage }) {
  const text = useText();
  const { counts } = method;
  return (
    <div className="stack-wide results prose">
      <FromFile survey={method.survey} />
      <AskedNotice survey={method.survey} />
      <Card title={text('results.method.who')}>
        <p>{text('results.method.who.text', { k: method.survey.k })}</p>
        <TogetherList method={method} />
      </Card>
      <Card title={text('results.method.doubt')}>
        <p>{text('results.method.doubt.text')}</p>
        <p>{counts.moved === null ? text('results.method.doubt.small') : text('results.method.doubt.moved', { share: text(`results.method.moved.${counts.moved}`) })}</p>
      </Card>
      <Card title={text('results.method.figures')}>
        {(['index', 'level', 'tests', 'questions', 'tables', 'standing', 'time', 'ladder'] as const).map((one) => (
          <p key={one}>{text(`results.method.figures.${one}`, method.rules)}</p>
        ))}
      </Card>
      <CutNotes cuts={method.cuts} k={method.survey.k} past={method.survey.past} />
      <Card title={text('results.method.limits')}>
        <p>{text('results.method.limits.text')}</p>
      </Card>
      <Card title={text('results.method.counts')}>
        <Facts method={method} />
      </Card>
      <Card title={text('results.method.check')}>
        <p>{text('results.method.check.text')}</p>
        <dl className="hashes">
          {(['hash', 'manifest', 'previous', 'receipts'] as const).map((one) => (
            <div key={one}>
              <dt>{text(`results.method.${one}`)}</dt>
              <dd>
                <code>{method[one] ?? text('results.method.none')}</code>
              </dd>
            </div>
          ))}
        </dl>
      </Card>
    </div>
  );
}

function TogetherList({ method }: { method: MethodPage }) {
  const text = useText();
  return (
    <>
      {method.together.length === 0 ? (
        <p>{text('results.method.who.none')}</p>
      ) : (
        <ul>
          {method.together.map((group) => (
            <li key={group.names.map(({ name }) => name).join()}>
              {groupText(text, group)} <span className="quiet num">{text('results.n', { n: group.answered })}</span>
            </li>
          ))}
        </ul>
      )}
      {method.ownGroups.length > 0 && <p>{text('results.method.who.own')}</p>}
      <ul>
        {method.ownGroups.map((one) => (
          <li key={one.text}>{text('results.method.who.own.item', one)}</li>
        ))}
      </ul>
    </>
  );
}

function Facts({ method }: { method: MethodPage }) {
  const text = useText();
  const { counts } = method;
  const facts = [
    ['results.method.counts.invited', counts.invited],
    ['results.method.counts.papers', counts.papers],
    ['results.method.counts.reissued', counts.reissued],
    ['results.method.counts.slips', method.slips?.listed ?? null],
    ['results.method.counts.given', method.slips?.given ?? null],
    ['results.method.counts.ballots', counts.ballots],
    ['results.method.counts.atoms', method.atoms],
    ['results.method.counts.support', method.minimumSupport],
  ] as const;
  return (
    <table className="table">
      <caption className="visually-hidden">{text('results.method.counts')}</caption>
      <tbody>
        {facts.map(([key, value]) =>
          value === null ? null : (
            <tr key={key}>
              <th scope="row">{text(key)}</th>
              <td className="num">{text.number(value)}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
