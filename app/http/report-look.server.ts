// Which report an address names; the same of the page and of every file.
import type { Visit } from './page.server.ts';
import type { Span } from '#app/services/reports/write-report.server.ts';

export function reportLook({ params, url, language }: Pick<Visit<unknown>, 'params' | 'url' | 'language'>) {
  const span: Span = url.searchParams.get('span') === 'year' ? 'year' : 'survey';
  return { surveyId: params['id'] ?? '', department: url.searchParams.get('department'), language, span };
}
