import type { OwnKind } from '#app/domain/surveys/own/own-kind.ts';
import { mostInQuestion, wordingOf } from '#app/domain/surveys/own/wording.ts';
import { Icon } from '../../controls/icon.tsx';
import { useText } from '../../text.ts';

interface Props {
  readonly of: OwnKind | 'answer';
  readonly language: string;
  readonly value: string;
}

/** What speaks against these words, why, and what would be better: said while somebody types, and drawn by the server as well. */
export function WordingNotes({ of, language, value }: Props) {
  const text = useText();
  const lines = of === 'answer' ? value.split(/\r?\n/) : [value];
  const findings = lines.flatMap((line) => wordingOf(line, language, of));
  return (
    <div className="wording" role="status">
      {findings.map(({ rule, found, better }) => (
        <p key={`${rule} ${found}`} className="small">
          <Icon name="info" />
          <span>
            {text(`wording.${rule}`, { found, most: mostInQuestion(language) ?? 0 })}
            {better.length > 0 && ` ${text('wording.better', { better: text.list(better.map((one) => text('own-question.quoted', { words: one }))) })}`}
          </span>
        </p>
      ))}
    </div>
  );
}
