// Comments to be read: mixed, without scores or questions, in an order that tells nothing; only for groups of ten ballots and more.
// Releases of before name a topic: it is not shown, because it came from the box and told the writer's score.
import { commentsOf } from '../analysis/comments.ts';
import type { Wave } from '../analysis/wave.ts';
import type { Language } from '../kernel/language.ts';
import { labelsOf, type GroupView } from './labels.ts';
import { departmentsOf, surveyView, type ResultsPage, type SurveyView } from './results-page.ts';

export interface CommentsPage {
  readonly survey: SurveyView;
  readonly department: string;
  readonly departments: ResultsPage['departments'];
  readonly group: GroupView | null;
  readonly comments: readonly string[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

const perPage = 50;

export interface CommentsLook {
  readonly department: string;
  /** From 1. */
  readonly page: number;
  readonly language: Language;
}

export function commentsPageOf(wave: Wave, look: CommentsLook): CommentsPage {
  const labels = labelsOf(wave, look.language);
  const found = commentsOf(wave, look.department);
  const all = (found?.comments ?? []).map(({ text }) => text);
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const page = Math.min(Math.max(1, look.page), pages);
  return {
    survey: surveyView(wave, undefined, labels),
    department: look.department,
    departments: departmentsOf(wave),
    group: found && labels.group(look.department, found.group),
    comments: all.slice((page - 1) * perPage, page * perPage),
    total: all.length,
    page,
    pages,
  };
}
