// Every migration, registered by hand in the order in which it runs: a file that is not named here does not exist.
import type { Migration } from 'kysely';
import * as portal from './0001-portal.ts';
import * as plans from './0002-plans.ts';
import * as surveyLetters from './0003-survey-letters.ts';
import * as pastSurveys from './0004-past-surveys.ts';
import * as daysAlone from './0005-days-alone.ts';
import * as addressesAndJournal from './0006-addresses-and-journal.ts';
import * as companyDay from './0007-company-day.ts';
import * as keptSurveys from './0009-kept-surveys.ts';
import * as owedLetters from './0013-owed-letters.ts';
import * as jobProgress from './0014-job-progress.ts';
import * as yardsticks from './0015-yardsticks.ts';
import * as planDuties from './0016-plan-duties.ts';
import * as told from './0017-told.ts';
import * as consultations from './0019-consultations.ts';
import * as passedWords from './0020-passed-words.ts';
import * as besideTheSurvey from './0023-beside-the-survey.ts';
import * as peopleChoices from './0024-people-choices.ts';
import * as slipWishes from './0025-slip-wishes.ts';
import * as latestCount from './0026-latest-count.ts';
import * as peopleSource from './0036-people-source.ts';
import * as letterhead from './0037-letterhead.ts';
import * as machineTokens from './0039-machine-tokens.ts';
import * as ownQuestions from './0041-own-questions.ts';
import * as letters from './0042-letters.ts';
import * as councilPapers from './0043-works-council-papers.ts';
import * as programme from './0044-programme.ts';
import * as serviceMap from './0046-service-map.ts';
import * as proposals from './0052-proposals.ts';
import * as answersTold from './0064-answers-told.ts';
import * as wavesInTheWay from './0071-waves-in-the-way.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-portal': portal,
  '0002-plans': plans,
  '0003-survey-letters': surveyLetters,
  '0004-past-surveys': pastSurveys,
  '0005-days-alone': daysAlone,
  '0006-addresses-and-journal': addressesAndJournal,
  '0007-company-day': companyDay,
  '0009-kept-surveys': keptSurveys,
  '0013-owed-letters': owedLetters,
  '0014-job-progress': jobProgress,
  '0015-yardsticks': yardsticks,
  '0016-plan-duties': planDuties,
  '0017-told': told,
  '0019-consultations': consultations,
  '0020-passed-words': passedWords,
  '0023-beside-the-survey': besideTheSurvey,
  '0024-people-choices': peopleChoices,
  '0025-slip-wishes': slipWishes,
  '0026-latest-count': latestCount,
  '0036-people-source': peopleSource,
  '0037-letterhead': letterhead,
  '0039-machine-tokens': machineTokens,
  '0041-own-questions': ownQuestions,
  '0042-letters': letters,
  '0043-works-council-papers': councilPapers,
  '0044-programme': programme,
  '0046-service-map': serviceMap,
  '0052-proposals': proposals,
  '0064-answers-told': answersTold,
  '0071-waves-in-the-way': wavesInTheWay,
};
