import type { Catalogue } from '../text.ts';
import { addresses } from './organisation/addresses.ts';
import { service } from './reports/service.ts';
import { services } from './organisation/services.ts';
import { scheduled } from './organisation/scheduled.ts';
import { beside } from './plans/beside.ts';
import { common } from './common.ts';
import { companyDay } from './organisation/company-day.ts';
import { consultation } from './plans/consultation.ts';
import { controls } from './controls.ts';
import { extras } from './surveys/extras.ts';
import { heard } from './plans/heard.ts';
import { paper } from './surveys/paper.ts';
import { feed } from './plans/feed.ts';
import { journal } from './installation/journal.ts';
import { kept } from './surveys/kept.ts';
import { leading } from './organisation/leading.ts';
import { home } from './home.ts';
import { letters } from './notifications/letters.ts';
import { owed } from './plans/owed.ts';
import { past } from './past-surveys/past.ts';
import { look } from './reports/look.ts';
import { people } from './organisation/people.ts';
import { planForm } from './plans/plan-form.ts';
import { planLetters } from './plans/plan-letters.ts';
import { plans } from './plans/plans.ts';
import { council } from './privacy/council.ts';
import { privacy } from './privacy/privacy.ts';
import { progress } from './plans/progress.ts';
import { promises } from './plans/promises.ts';
import { pulseLock } from './plans/pulse-lock.ts';
import { letterhead } from './reports/letterhead.ts';
import { map } from './reports/map.ts';
import { results } from './reports/results.ts';
import { figures } from './reports/figures.ts';
import { setup } from './installation/setup.ts';
import { refusals } from './refusals.ts';
import { running } from './installation/running.ts';
import { machines } from './access/machines.ts';
import { signIn } from './access/sign-in.ts';
import { slips } from './surveys/slips.ts';
import { surveys } from './surveys/surveys.ts';
import { told } from './notifications/told.ts';
import { team } from './plans/team.ts';
import { words } from './reports/words.ts';
import { cycle } from './plans/cycle.ts';
import { homes } from './reports/homes.ts';
import { report } from './reports/report.ts';
import { reportColumns } from './reports/report-columns.ts';
import { board } from './plans/board.ts';
import { plansFiles } from './plans/plans-files.ts';
import { letterPage } from './surveys/letter-page.ts';
import { audience } from './surveys/audience.ts';
import { routing } from './surveys/routing.ts';
import { tongues } from './surveys/tongues.ts';
import { fourGates } from './surveys/four-gates.ts';
import { ownBackgrounds } from './surveys/own-backgrounds.ts';
import { ownQuestions } from './surveys/own-questions.ts';
import { programme } from './surveys/programme.ts';
import { proposals } from './surveys/proposals.ts';
import { chat } from './notifications/chat.ts';

export const zhHans: Catalogue = {
  ...common, ...controls, ...people, ...home, ...letters, ...results, ...setup, ...signIn, ...surveys, ...feed, ...leading,
  ...planLetters, ...plans, ...progress, ...promises, ...pulseLock, ...past, ...privacy, ...team, ...companyDay, ...refusals,
  ...running, ...addresses, ...journal, ...kept, ...owed, ...figures, ...map, ...look, ...planForm, ...beside, ...told, ...consultation, ...words, ...cycle, ...homes, ...board,
  ...scheduled,
  ...services,
  ...service,
  ...extras, ...heard, ...paper, ...slips,
  ...report, ...machines, ...reportColumns,
  ...letterPage,
  ...audience,
  ...routing,
  ...tongues,
  ...chat,
  ...ownBackgrounds,
  ...ownQuestions,
  ...fourGates,
  ...programme,
  ...proposals,
  ...plansFiles,
  ...letterhead,
  ...council,
};
