// What people wrote, to be read by whom the sealed page named: mixed, without scores or questions, in an order that tells nothing; only
// for groups of ten ballots and more. Releases of before name a topic: it is not shown, because it came from the box and told the score.
import { themes as lexicon } from '../analysis/words/theme-lexicon.ts';
import { languageOfText, themesOf, type ThemeCount } from '../analysis/words/themes.ts';
import type { Wave } from '../analysis/wave.ts';
import type { WordReaders } from '../surveys/own/own-words.ts';
import type { Day } from '../kernel/day.ts';
import { inLanguage, type Language } from '../kernel/language.ts';
import { labelsOf, type GroupView } from './labels.ts';
import { shownTexts, type Decided, type ShownText, type Sight } from './passing-on.ts';
import { departmentsOf, surveyView, type ResultsPage, type SurveyView } from './results-page.ts';
import type { WordReply } from './word-reply.ts';

export interface ReplyView {
  readonly id: string;
  readonly text: string;
  readonly by: string | null;
  readonly on: Day;
}

export interface CommentView {
  readonly id: string;
  readonly text: string;
  /** Only HR sees what is left out. */
  readonly leftOut: boolean;
  readonly replies: readonly ReplyView[];
}

export interface ThemeView {
  readonly id: string;
  readonly label: string;
  readonly texts: number;
  readonly replies: readonly ReplyView[];
}

export interface CommentsPage {
  readonly survey: SurveyView;
  readonly department: string;
  readonly departments: ResultsPage['departments'];
  readonly group: GroupView | null;
  readonly sight: Sight;
  readonly whole: boolean;
  /** The day on which they were passed on; null before. */
  readonly passedOn: Day | null;
  /** Told for the company alone, once they are passed on; HR knows it of every group. */
  readonly leftOut: number | null;
  readonly comments: readonly CommentView[];
  readonly themes: readonly ThemeView[];
  readonly typical: readonly string[];
  /** Before search and filters, and after. */
  readonly all: number;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

export interface WordsPage extends CommentsPage {
  readonly mayAnswer: boolean;
  /** As the survey was sealed; null where it was sealed before anybody but HR could be named. */
  readonly wordsFor: WordReaders | null;
  /** A head asked for a group others lead a part of: the company's words are shown instead. */
  readonly instead: string | null;
}

const perPage = 50;

export interface CommentsLook {
  readonly department: string;
  /** From 1. */
  readonly page: number;
  readonly language: Language;
  readonly search: string;
  readonly theme: string | null;
  /** Of the texts; for the company alone. */
  readonly written: Language | null;
}

/** What was counted of exactly the texts that are shown. */
export interface Counted {
  readonly themes: readonly ThemeCount[];
  readonly typical: readonly string[];
}

export interface Said {
  readonly sight: Sight;
  readonly replies: readonly WordReply[];
  readonly nameOf: (personId: string) => string | null;
}

export function commentsPageOf(known: { readonly wave: Wave; readonly hash: string }, decided: Decided, { look, said, counted }: { look: CommentsLook; said: Said; counted: Counted }): CommentsPage {
  const { wave, hash } = known;
  const labels = labelsOf(wave, look.language);
  const { group, passing } = decided;
  const shown = shownTexts(hash, { ...decided, sight: said.sight });
  const found = shown.filter(matching({ ...look, written: group.whole ? look.written : null }));
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const page = Math.min(Math.max(1, look.page), pages);
  const partition = wave.release.comments[0]?.partition;
  const people = partition === undefined ? null : wave.group(partition, look.department);
  return {
    survey: surveyView(wave, undefined, labels),
    department: look.department,
    departments: departmentsOf(wave),
    group: people && labels.group(look.department, people),
    sight: said.sight,
    whole: group.whole,
    passedOn: passing.passedOn,
    leftOut: toldLeftOut(decided, said.sight),
    comments: found.slice((page - 1) * perPage, page * perPage).map(({ id, text, leftOut, position }) => ({ id, text, leftOut, replies: repliesOf(said, ({ about }) => about.kind === 'comment' && about.position === position) })),
    themes: counted.themes.map(({ id, texts }) => ({ id, texts, label: themeLabel(id, look.language), replies: repliesOf(said, ({ about }) => about.kind === 'theme' && about.theme === id) })),
    typical: counted.typical,
    all: shown.length,
    total: found.length,
    page,
    pages,
  };
}

function toldLeftOut({ group, passing }: Decided, sight: Sight): number | null {
  if (sight !== 'all' && !(group.whole && passing.passedOn !== null)) return null;
  return group.texts.filter(({ position }) => passing.leftOut.has(position)).length;
}

const repliesOf = ({ replies, nameOf }: Said, isAbout: (reply: WordReply) => boolean): ReplyView[] => replies.filter(isAbout).map(({ id, text, byId, on }) => ({ id, text, on, by: nameOf(byId) }));

export const themeLabel = (id: string, language: Language): string => inLanguage(lexicon.find((one) => one.id === id)?.label, language) ?? id;

/** Search looks at what is shown: a name under a bar is found by nobody. */
function matching({ search, theme, written }: Pick<CommentsLook, 'search' | 'theme' | 'written'>): (shown: ShownText) => boolean {
  const folded = (text: string) => text.normalize('NFKC').toLowerCase();
  const wanted = folded(search.trim());
  return ({ text }) => folded(text).includes(wanted) && (theme === null || themesOf(text).includes(theme)) && (written === null || languageOfText(text) === written);
}
