import type { LoggedChange } from '#app/domain/privacy/privacy-settings.ts';
import type { Text } from '#app/text/text.ts';
import { useText } from '../text.ts';

function whatOf(text: Text, { code, from, to, person }: LoggedChange): string {
  const values = { from, to, setting: code, person: person || text('privacy.log.somebody-gone') };
  const said = text.code('privacy.log', code, values);
  return said === code ? text('privacy.log.other', values) : said;
}

/** Who changed what, for everybody to see. */
export function SettingsLog({ log }: { log: readonly LoggedChange[] }) {
  const text = useText();
  if (log.length === 0) return <p className="quiet">{text('privacy.log.none')}</p>;
  return (
    <div className="scroll">
      <table className="table settings-log">
        <caption className="visually-hidden">{text('privacy.log.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('privacy.log.day')}</th>
            <th scope="col">{text('privacy.log.what')}</th>
            <th scope="col">{text('privacy.log.who')}</th>
          </tr>
        </thead>
        <tbody>
          {log.map((change) => (
            <tr key={change.id}>
              <td>{text.day(change.day)}</td>
              <td>{whatOf(text, change)}</td>
              <td>{change.who === null ? text(change.code.startsWith('scheduled-') ? 'privacy.log.by-itself' : 'privacy.log.by-command') : change.who || text('privacy.log.somebody-gone')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
