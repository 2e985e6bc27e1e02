// Comments to be read: mixed, without scores, in an order that tells nothing; only for groups of ten ballots and more.
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
  readonly topic: string | null;
  readonly topics: readonly { readonly id: string; readonly label: string; readonly count: number }[];
  readonly comments: readonly { readonly topic: string; readonly text: string }[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

const perPage = 50;

export interface CommentsLook {
  readonly department: string;
  /** Dimension or question id; null for all. */
  readonly topic: string | null;
  /** From 1. */
  readonly page: number;
  readonly language: Language;
}

export function commentsPageOf(wave: Wave, look: CommentsLook): CommentsPage {
  const labels = labelsOf(wave, look.language);
  const found = commentsOf(wave, look.department);
  const all = (found?.comments ?? []).map((one) => ({ id: one.dimension ?? one.question ?? '', text: one.text, of: one.dimension }));
  const label = (id: string, dimension: string | null) => (dimension === null ? labels.questionText(id) : labels.dimension(id));
  const topics = [...new Map(all.map(({ id, of }) => [id, { id, label: label(id, of), count: all.filter((one) => one.id === id).length }])).values()];
  const chosen = look.topic === null ? all : all.filter((one) => one.id === look.topic);
  const pages = Math.max(1, Math.ceil(chosen.length / perPage));
  const page = Math.min(Math.max(1, look.page), pages);
  return {
    survey: surveyView(wave, undefined, labels),
    department: look.department,
    departments: departmentsOf(wave),
    group: found && labels.group(look.department, found.group),
    topic: look.topic,
    topics,
    comments: chosen.slice((page - 1) * perPage, page * perPage).map(({ id, of, text }) => ({ topic: label(id, of), text })),
    total: chosen.length,
    page,
    pages,
  };
}
