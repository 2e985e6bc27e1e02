// Every store by noun. A store is a function of the database or of a transaction; rows never leave it.
import type { Kysely } from 'kysely';
import type { Tables } from '#db/schema/tables.ts';
import { addressChangeStore } from './address-changes.ts';
import { ballotPageStore } from './ballot-pages.ts';
import { dailyWorkStore } from './daily-work.ts';
import { directoryVersionStore } from './directory-version.ts';
import { departmentStore } from './departments.ts';
import { formerAccessStore } from './former-access.ts';
import { installationStore } from './installation.ts';
import { forecastStore } from './forecasts.ts';
import { issueStore } from './issues.ts';
import { journalStore } from './journal.ts';
import { letterStore } from './letters.ts';
import { manifestStore } from './manifests.ts';
import { organisationStore } from './organisation.ts';
import { owedLetterStore } from './owed-letters.ts';
import { participationStore } from './participation.ts';
import { pastSurveyStore } from './past-surveys.ts';
import { peopleStore } from './people.ts';
import { planNoteStore } from './plan-notes.ts';
import { planStore } from './plans.ts';
import { releaseStore } from './releases.ts';
import { roleStore } from './roles.ts';
import { sealingStore } from './sealings.ts';
import { sessionStore } from './sessions.ts';
import { setAsideStore } from './set-asides.ts';
import { signInLinkStore } from './sign-in-links.ts';
import { surveyJobStore } from './survey-jobs.ts';
import { surveyLetterStore } from './survey-letters.ts';
import { surveyStore } from './surveys.ts';

export function storesOf(db: Kysely<Tables>) {
  return {
    organisation: organisationStore(db),
    departments: departmentStore(db),
    people: peopleStore(db),
    roles: roleStore(db),
    sessions: sessionStore(db),
    signInLinks: signInLinkStore(db),
    letters: letterStore(db),
    surveys: surveyStore(db),
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
  };
}

export type Stores = ReturnType<typeof storesOf>;
