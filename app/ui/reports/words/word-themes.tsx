// What the texts are about, counted in texts, and how to find some of them.
import { Form, Link } from '@remix-run/react';
import { languages, nameOfLanguage, type Language } from '#app/domain/kernel/language.ts';
import type { WordsPage } from '#app/domain/reports/comments-page.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { useText } from '#app/ui/text.ts';
import { Replies } from './word-replies.tsx';

export interface WordLook {
  readonly search: string;
  readonly theme: string | null;
  readonly written: Language | null;
}

export function ThemeList({ page, look }: { page: WordsPage; look: WordLook }) {
  const text = useText();
  const { themes, typical, survey, department } = page;
  const query = (more: Record<string, string>) => new URLSearchParams({ department, ...more }).toString();
  if (page.wordsFor === null) return <p className="quiet">{text('words.themes.before')}</p>;
  return (
    <Card title={text('words.themes')}>
      <p className="quiet">{text('words.themes.lead', { k: survey.k })}</p>
      {themes.length === 0 && <p>{text('words.themes.none', { k: survey.k })}</p>}
      {themes.length > 0 && (
        <ul className="bare stack-tight">
          {themes.map((theme) => (
            <li key={theme.id}>
              <Link to={`?${query({ theme: theme.id })}`} aria-current={look.theme === theme.id ? 'true' : undefined}>
                {theme.label}
              </Link>{' '}
              <span className="quiet">{text('words.themes.texts', { n: theme.texts })}</span>{' '}
              {page.mayAnswer && <Link className="small" to={`/results/${survey.id}/comments/answer?${query({ theme: theme.id })}`} aria-label={text('words.answer.about', { theme: theme.label })}>{text('words.answer')}</Link>}
              <Replies replies={theme.replies} />
            </li>
          ))}
        </ul>
      )}
      {typical.length > 0 && <p>{text('words.typical', { words: text.list(typical) })}</p>}
    </Card>
  );
}

export function WordSearch({ page, look }: { page: WordsPage; look: WordLook }) {
  const text = useText();
  const found = look.search !== '' || look.theme !== null || look.written !== null;
  return (
    <Form method="get" className="row" role="search">
      <input type="hidden" name="department" value={page.department} />
      {look.theme !== null && <input type="hidden" name="theme" value={look.theme} />}
      <label>
        {text('words.search')} <input type="search" name="search" defaultValue={look.search} maxLength={100} />
      </label>
      {page.whole && (
        <label>
          {text('words.written')}{' '}
          <select name="written" defaultValue={look.written ?? ''}>
            <option value="">{text('words.written.any')}</option>
            {languages.map((language) => (
              <option key={language} value={language}>
                {nameOfLanguage(language)}
              </option>
            ))}
          </select>
        </label>
      )}
      <button className="button">{text('words.find')}</button>
      {found && (
        <span role="status">
          {text('words.found', { n: page.total, all: page.all })} <Link to={`?${new URLSearchParams({ department: page.department }).toString()}`}>{text('words.show-all')}</Link>
        </span>
      )}
    </Form>
  );
}
