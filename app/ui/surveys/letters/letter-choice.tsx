// Which letter, in which language: links, so that each is a page of its own that can be sent to somebody.
import { Link } from '@remix-run/react';
import { nameOfTongue } from '#app/domain/kernel/tongue.ts';
import type { LettersView } from '#app/domain/surveys/letters/letters-view.ts';
import { Badge } from '../../controls/badge.tsx';
import { Notice } from '../../controls/notice.tsx';
import { useText } from '../../text.ts';

interface Props {
  readonly view: LettersView;
  readonly surveyId: string;
}

export function LetterChoice({ view: { kinds, languages, letter, planned, own, draft }, surveyId }: Props) {
  const text = useText();
  const written = own[letter.kind] ?? [];
  const others = languages.filter((language) => !written.includes(language));
  const at = (kind: string, language: string) => `/surveys/${surveyId}/letters?${new URLSearchParams({ kind, in: language }).toString()}`;
  const plannedOn = (kind: string) => planned.find((one) => one.kind === kind)?.day ?? null;
  return (
    <div className="stack">
      <nav aria-label={text('letter-page.which')}>
        <div className="row">
          {kinds.map((kind) => {
            const day = plannedOn(kind);
            return (
              <Link key={kind} className={kind === letter.kind ? 'button' : 'button plain'} aria-current={kind === letter.kind ? 'page' : undefined} to={at(kind, letter.language)}>
                {text(`letter-page.kind.${kind}`)}
                {day !== null && <span className="quiet small">{text.day(day)}</span>}
                {own[kind] !== undefined && own[kind].length > 0 && <Badge tone="accent">{text('letter-page.own')}</Badge>}
              </Link>
            );
          })}
        </div>
      </nav>
      {languages.length > 1 && (
        <nav aria-label={text('letter-page.language')}>
          <div className="row">
            {languages.map((language) => (
              <Link key={language} lang={language} className={language === letter.language ? 'button' : 'button plain'} aria-current={language === letter.language ? 'page' : undefined} to={at(letter.kind, language)}>
                {nameOfTongue(language)} {written.includes(language) && <Badge tone="accent">{text('letter-page.own')}</Badge>}
              </Link>
            ))}
          </div>
        </nav>
      )}
      {draft && written.length > 0 && others.length > 0 && <Notice>{text('letter-page.others', { languages: text.list(others.map(nameOfTongue)) })}</Notice>}
    </div>
  );
}
