import { detailsOf, speaksAgainst } from '#app/domain/past-surveys/counting.ts';
import type { PastSign } from '#app/domain/past-surveys/signs.ts';
import type { Text } from '#app/text/text.ts';
import { Icon } from '#app/ui/controls/icon.tsx';
import { useText } from '#app/ui/text.ts';

/** What was seen, in a sentence. */
function signText(text: Text, sign: PastSign): string {
  const { kind, alike, empty, header } = sign;
  const seen = text(`past.sign.${kind}`, { ...detailsOf(sign), header: header === '' ? text('past.columns.nameless') : text('past.sign.header', { header }) });
  const isId = kind === 'id-single' || kind === 'id-repeats';
  return [seen, ...(isId && alike > 0 ? [text('past.sign.alike', { alike })] : []), ...(isId && empty > 0 ? [text('past.sign.empty', { empty })] : [])].join(text('past.sign.and'));
}

/** What in a file speaks for one person a row, against it, and what is merely to be known. */
export function SignList({ signs }: { signs: readonly PastSign[] }) {
  const text = useText();
  return (
    <ul className="promises">
      {signs.map((sign) => {
        const against = speaksAgainst(sign.kind);
        return (
          <li key={`${sign.kind}-${sign.column}`}>
            <Icon name={against ? 'warning' : sign.kind === 'id-single' ? 'check' : 'info'} />
            <span>
              {against && <span className="strong">{text('past.counted.against')} </span>}
              {sign.kind === 'id-single' && <span className="strong">{text('past.counted.for')} </span>}
              {signText(text, sign)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
