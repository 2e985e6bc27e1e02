// Every table of the portal by name. What touches a ballot is in none of them.
import type { SessionsTable, SignInLinksTable } from './access.ts';
import type { DepartmentsTable } from './departments.ts';
import type { LettersTable } from './letters.ts';
import type { OrganisationTable, SettingsLogTable } from './organisation.ts';
import type { PeopleTable, RolesTable } from './people.ts';
import type { IssuesTable, PlanNotesTable, PlansTable, PlanVersionsTable } from './plans.ts';
import type { ReleasesTable } from './releases.ts';
import type { BallotPagesTable, ManifestsTable, ParticipationTable, SurveysTable } from './surveys.ts';

export interface Tables {
  organisation: OrganisationTable;
  settings_log: SettingsLogTable;
  departments: DepartmentsTable;
  people: PeopleTable;
  roles: RolesTable;
  sessions: SessionsTable;
  sign_in_links: SignInLinksTable;
  letters: LettersTable;
  surveys: SurveysTable;
  manifests: ManifestsTable;
  ballot_pages: BallotPagesTable;
  participation: ParticipationTable;
  releases: ReleasesTable;
  issues: IssuesTable;
  plans: PlansTable;
  plan_versions: PlanVersionsTable;
  plan_notes: PlanNotesTable;
}
