// What a letter that is owed says: one file tells which letter belongs to which occasion.
import type { SignInLink } from '#app/domain/access/sign-in-link.ts';
import type { LetterJob } from '#app/domain/notifications/letter-job.ts';
import type { Letter } from '#app/domain/notifications/letter.ts';
import type { Person } from '#app/domain/organisation/person.ts';
import type { App } from '#app/platform/app.server.ts';
import { invitationsFor } from './invitation.server.ts';
import { newsOfAside } from './aside-news.server.ts';
import { programmeLetters } from './programme-letter.server.ts';
import { proposalLetters } from './proposal-letter.server.ts';
import { lateLetters } from './late-letter.server.ts';
import { newsLetters } from './news-letter.server.ts';
import { resultsLetters } from './results-letter.server.ts';

export interface Written {
  readonly letter: Letter;
  /** Written together with the letter that holds it. */
  readonly link: SignInLink | null;
}

/** Null for somebody to whom no letter can be sent. */
export type Writer = (person: Person) => Written | null;

/** Null where there is nothing to be said any more. */
export async function lettersOf(app: App, job: LetterJob): Promise<Writer | null> {
  switch (job.occasion) {
    case 'announcement':
    case 'opening':
    case 'first-reminder':
    case 'last-reminder':
      return invitationsFor(app, job.surveyId, job.occasion);
    case 'set-aside':
    case 'destroyed':
    case 'taken-up':
    case 'restored':
      return newsOfAside(app, job.occasion, job.about);
    case 'results':
      return resultsLetters(app, job.surveyId);
    case 'news':
      return newsLetters(app, job.about);
    case 'late':
      return lateLetters(app);
    case 'programme':
      return programmeLetters(app, job.about);
    case 'proposal':
      return proposalLetters(app, job.about);
  }
}
