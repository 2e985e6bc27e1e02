// The poster of a survey: its days, how to take part, and the promise as it stands in what was sealed. HR's page of the survey links it
// from sealing until the end; afterwards what the survey said is on the notice board.
import type { Day } from '#app/domain/kernel/day.ts';
import { isLanguage, type Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { manifestIn } from '#app/domain/publication/tally/manifest-text.ts';
import { isConsultation } from '#app/domain/surveys/consultation.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { phaseOf } from '#app/domain/surveys/phase.ts';
import type { Poster, PosterSheet } from '#app/domain/surveys/slips/poster.ts';
import { secondsAtMost } from '#app/domain/surveys/letters/survey-letters.ts';
import type { App } from '#app/platform/app.server.ts';
import { fingerprintIn } from '#app/services/publication/show-fingerprint.server.ts';
import { endOfDay, placeOf } from '#app/text/places.server.ts';
import { textOf, timeNeeded, type Text } from '#app/text/text.ts';
import { drawQr } from './draw-qr.server.ts';
import { mostAsked } from '#app/domain/surveys/serving/service-offers.ts';

/** `ended`: nothing can be answered any more. A draft plan that is open for objections asks one department and has no poster. */
export async function posterOf(app: App, surveyId: string): Promise<Outcome<Poster, 'not-found' | 'ended'>> {
  const survey = await app.data.surveys.get(surveyId);
  const stored = await app.data.manifests.ofSurvey(surveyId);
  if (!survey || !stored || isConsultation(survey)) return refused('not-found');
  const phase = phaseOf(survey, app.today());
  if (phase !== 'scheduled' && phase !== 'open') return refused('ended');
  const manifest = manifestIn(stored.text, stored.hash);
  const sheetIn = (language: Language) => sheetOf(app, { manifest, hash: stored.hash, language });
  return done({ sheets: manifest.languages.filter(isLanguage).map(sheetIn), home: app.config.publicUrl, qr: drawQr(app.config.publicUrl) });
}

interface Posted {
  readonly manifest: Manifest;
  readonly hash: string;
  readonly language: Language;
}

function sheetOf(app: App, { manifest, hash, language }: Posted): PosterSheet {
  const text = textOf(language);
  const { title, purpose, opens, closes, answersBy } = manifest.survey;
  return {
    language,
    title: text.of(title),
    purpose: text.of(purpose),
    days: text('poster.days', { opens: text.day(opens), closes: endOfDay(text, closes, placeOf(app.timeZone())) }),
    how: text('poster.how', { time: timeNeeded(text, secondsAtMost(mostAsked(manifest.questions))) }),
    ways: waysIn(text, { slips: manifest.slips, home: app.config.publicUrl }),
    promised: text('poster.promised'),
    promises: [text('poster.promise.untraceable'), text('poster.promise.groups', { k: manifest.k }), text('poster.promise.destroyed')],
    limits: text('poster.limits'),
    compare: text('poster.compare'),
    words: fingerprintIn(language, hash),
    after: [text('poster.results', { closes: text.day(closes) }), ...answering(text, answersBy)],
    scan: text('poster.scan'),
  };
}

interface Ways {
  readonly slips: Manifest['slips'];
  readonly home: string;
}

/** Of slips only where there are some, with those who hand them out. */
function waysIn(text: Text, { slips, home }: Ways): readonly string[] {
  const ways = [text('poster.way.mail'), text('poster.way.home', { home })];
  if (!slips || slips.listed === 0) return ways;
  return [...ways, text('poster.way.slip', { names: text.list(slips.handingOut), address: `${new URL(home).host}/code` })];
}

function answering(text: Text, answersBy: Day | undefined): readonly string[] {
  return answersBy === undefined ? [] : [text('poster.answers', { day: text.day(answersBy) })];
}
