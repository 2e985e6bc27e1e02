// Every store by noun. A store is a function of the database or of a transaction; rows never leave it.
import type { Kysely } from 'kysely';
import type { Tables } from '#db/schema/tables.ts';
import { addressChangeStore } from './organisation/address-changes.ts';
import { ballotPageStore } from './publication/ballot-pages.ts';
import { dailyWorkStore } from './installation/daily-work.ts';
import { directoryVersionStore } from './organisation/directory-version.ts';
import { chatStore } from './notifications/chat.ts';
import { departmentStore } from './organisation/departments.ts';
import { formerAccessStore } from './access/former-access.ts';
import { installationStore } from './installation/installation.ts';
import { forecastStore } from './surveys/forecasts.ts';
import { inquiryStore } from './plans/inquiries.ts';
import { issueStore } from './plans/issues.ts';
import { journalStore } from './installation/journal.ts';
import { letterStore } from './notifications/letters.ts';
import { machineTokenStore } from './access/machine-tokens.ts';
import { letterTextStore } from './notifications/letter-texts.ts';
import { newsStore } from './notifications/news.ts';
import { manifestStore } from './publication/manifests.ts';
import { objectionStore } from './plans/objections.ts';
import { organisationStore } from './organisation/organisation.ts';
import { owedLetterStore } from './notifications/owed-letters.ts';
import { peopleChoicesStore } from './organisation/people-choices.ts';
import { ownQuestionStore } from './surveys/own-questions.ts';
import { proposalStore } from './surveys/proposals.ts';
import { participationStore } from './surveys/participation.ts';
import { pastSurveyStore } from './past-surveys/past-surveys.ts';
import { heldWaveStore } from './surveys/held-waves.ts';
import { programmeStore } from './surveys/programme.ts';
import { peopleSourceStore } from './organisation/people-source.ts';
import { councilPaperStore } from './privacy/council-papers.ts';
import { letterheadStore } from './organisation/letterhead.ts';
import { peopleStore } from './organisation/people.ts';
import { planNoteStore } from './plans/plan-notes.ts';
import { planSupportStore } from './plans/plan-supports.ts';
import { planStore } from './plans/plans.ts';
import { planDutyStore } from './plans/plan-duties.ts';
import { releaseStore } from './publication/releases.ts';
import { roleStore } from './access/roles.ts';
import { secondaryStore } from './plans/secondary-figures.ts';
import { serviceMapStore } from './organisation/service-map.ts';
import { sealingStore } from './surveys/sealings.ts';
import { slipWishStore } from './organisation/slip-wishes.ts';
import { sessionStore } from './access/sessions.ts';
import { setAsideStore } from './surveys/set-asides.ts';
import { signInLinkStore } from './access/sign-in-links.ts';
import { surveyJobStore } from './surveys/survey-jobs.ts';
import { surveyLetterStore } from './notifications/survey-letters.ts';
import { surveyStore } from './surveys/surveys.ts';
import { passedWordStore } from './reports/passed-words.ts';
import { wordReplyStore } from './reports/word-replies.ts';
import { yardstickStore } from './reports/yardsticks.ts';

export function storesOf(db: Kysely<Tables>) {
  return {
    organisation: organisationStore(db),
    letterhead: letterheadStore(db),
    councilPapers: councilPaperStore(db),
    departments: departmentStore(db),
    people: peopleStore(db),
    peopleSource: peopleSourceStore(db),
    serviceMap: serviceMapStore(db),
    roles: roleStore(db),
    sessions: sessionStore(db),
    signInLinks: signInLinkStore(db),
    letters: letterStore(db),
    letterTexts: letterTextStore(db),
    chat: chatStore(db),
    surveys: surveyStore(db),
    programme: programmeStore(db),
    heldWaves: heldWaveStore(db),
    manifests: manifestStore(db),
    ballotPages: ballotPageStore(db),
    releases: releaseStore(db),
    pastSurveys: pastSurveyStore(db),
    forecasts: forecastStore(db),
    issues: issueStore(db),
    plans: planStore(db),
    planNotes: planNoteStore(db),
    participation: participationStore(db),
    surveyLetters: surveyLetterStore(db),
    sealings: sealingStore(db),
    addressChanges: addressChangeStore(db),
    formerAccess: formerAccessStore(db),
    journal: journalStore(db),
    installation: installationStore(db),
    setAsides: setAsideStore(db),
    surveyJobs: surveyJobStore(db),
    dailyWork: dailyWorkStore(db),
    owedLetters: owedLetterStore(db),
    directoryVersion: directoryVersionStore(db),
    yardsticks: yardstickStore(db),
    inquiries: inquiryStore(db),
    secondary: secondaryStore(db),
    planSupports: planSupportStore(db),
    news: newsStore(db),
    objections: objectionStore(db),
    passedWords: passedWordStore(db),
    wordReplies: wordReplyStore(db),
    planDuties: planDutyStore(db),
    slipWishes: slipWishStore(db),
    peopleChoices: peopleChoicesStore(db),
    machineTokens: machineTokenStore(db),
    ownQuestions: ownQuestionStore(db),
    proposals: proposalStore(db),
  };
}

export type Stores = ReturnType<typeof storesOf>;
