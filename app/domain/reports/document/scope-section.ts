// What the survey was for, whom it asked, and when.
import type { AskedView } from '#app/domain/surveys/asking/audience.ts';
import type { Section } from './document.ts';
import type { ReportParts } from './report-parts.ts';
import { said, words, type Say } from './say.ts';

const partsIn = ({ names, with: others, invited, of }: AskedView) => ({ names: [...names, ...others].join(' · '), invited, of });

export function scopeSection(say: Say, { asked, results: { survey, group, isCompany } }: ReportParts): Section {
  const about = isCompany ? said(say, 'report.scope.company') : said(say, 'report.scope.department', { group: say.group(group) });
  const whom = survey.asked ? [said(say, 'audience.results', partsIn(survey.asked))] : survey.half ? [said(say, 'audience.half.results', survey.half)] : [];
  const when = asked
    ? said(say, 'report.scope.days', { opens: say.day(asked.opens), closes: say.day(asked.closes), closed: say.day(survey.closed) })
    : said(say, 'report.scope.from-file', { closed: say.day(survey.closed) });
  const before = survey.previous ? said(say, 'report.scope.before', { survey: survey.previous.title, day: say.day(survey.previous.closed) }) : said(say, 'report.scope.first');
  return { id: 'scope', heading: say('report.section.scope'), blocks: [...(asked ? [words(asked.purpose)] : []), ...whom, about, when, before], sections: [] };
}
