import type { LoggedChange } from '#app/domain/privacy/privacy-settings.ts';
import { changeText, whoText } from '#app/text/settings-log.ts';
import { useText } from '../text.ts';

/** Who changed what, for everybody to see. */
export function SettingsLog({ log }: { log: readonly LoggedChange[] }) {
  const text = useText();
  if (log.length === 0) return <p className="quiet">{text('privacy.log.none')}</p>;
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={text('privacy.log.caption')}>
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
              <td>{changeText(text, change)}</td>
              <td>{whoText(text, change)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
