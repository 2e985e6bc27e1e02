// The report for a meeting room: one thing after the other, large, without the frame of the portal. Scrolling, space and the links lead
// through it without a script; arrow keys and full screen come with one.
import type { MetaFunction } from '@remix-run/node';
import { deckOf } from '#app/domain/reports/document/deck.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { reportLook } from '#app/http/report-look.server.ts';
import { writeReport } from '#app/services/reports/write-report.server.ts';
import '#app/styles/board-view.css';
import { sayIn } from '#app/text/say-report.ts';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { BoardView } from '#app/ui/reports/document/board-view.tsx';
import { ReportRefused, titleOrRefusal } from '#app/ui/reports/document/report-refused.tsx';

/** Without side bar and tabs. */
export const handle = { frameless: true };

export const loader = page({ may: 'read-departments' }, async ({ app, actor, language, params, url }) => {
  const written = await writeReport(app, actor, reportLook({ params, url, language }));
  if (!written.ok) throw refuse(written.because);
  const { document, surveyId } = written.value;
  // Notes are for whoever speaks, and stand in the slides.
  const { foot, cover, slides } = deckOf(document, sayIn(language, document.ofParts));
  const deck = { foot, cover: { ...cover, notes: [] }, slides: slides.map((slide) => ({ ...slide, notes: [] })) };
  return { title: `${cover.title}: ${cover.survey}`, deck, back: `/results/${surveyId}/report${url.search}`, colour: document.letterhead?.colour ?? null, logo: document.letterhead?.logo ? { width: document.letterhead.logo.width, height: document.letterhead.logo.height } : null };
});

export const meta: MetaFunction<typeof loader> = (given) => [{ title: titleOrRefusal(given) }];

export const ErrorBoundary = ReportRefused;

export default function Board() {
  const { deck, back, colour, logo } = useLoaded<typeof loader>();
  return <BoardView deck={deck} back={back} colour={colour} logo={logo} />;
}
