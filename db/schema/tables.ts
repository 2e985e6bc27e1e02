// Every table of the portal by name. What touches a ballot is in none of them.
import type { PeopleSourceTable } from './people-source.ts';
import type { AddressChangesTable, FormerAccessTable, SealingsTable } from './addresses.ts';
import type { SessionsTable, SignInLinksTable } from './access.ts';
import type { ChatPostsTable, ChatTable } from './chat.ts';
import type { CouncilPapersTable } from './council-papers.ts';
import type { DepartmentsTable } from './departments.ts';
import type { DailyWorkTable, ForecastsTable, InstallationTable, SetAsidesTable, SurveyJobsTable } from './kept-surveys.ts';
import type { JournalDaysTable, JournalPendingTable } from './journal.ts';
import type { MachineTokensTable } from './machine-tokens.ts';
import type { LetterheadTable } from './letterhead.ts';
import type { LettersTable, LetterTextsTable } from './letters.ts';
import type { DirectoryVersionsTable, LetterJobsTable, OwedLettersTable } from './owed-letters.ts';
import type { LastToldTable, NewsTable, ToldTable } from './news.ts';
import type { OrganisationTable, SettingsLogTable } from './organisation.ts';
import type { InquiriesTable, PlanSupportsTable, SecondaryFiguresTable } from './inquiries.ts';
import type { OwnQuestionsTable } from './own-questions.ts';
import type { PastSurveysTable } from './past-surveys.ts';
import type { HeldWavesTable, SurveyProgrammeTable } from './programme.ts';
import type { PeopleChoicesTable } from './people-choices.ts';
import type { PeopleTable, RolesTable, SlipWishesTable } from './people.ts';
import type { IssuesTable, ObjectionsTable, PlanDutiesTable, PlanNotesTable, PlanPartnersTable, PlansTable, PlanVersionsTable } from './plans.ts';
import type { ProposalsTable } from './proposals.ts';
import type { ReleasesTable } from './releases.ts';
import type { BlackedOutWordsTable, LeftOutWordsTable, PassedWordsTable, WordRepliesTable } from './words.ts';
import type { ServiceMapTable } from './service-map.ts';
import type { YardsticksTable } from './yardsticks.ts';
import type { BallotPagesTable, ManifestsTable, ParticipationTable, SurveyLettersTable, SurveysTable } from './surveys.ts';

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
  survey_letters: SurveyLettersTable;
  releases: ReleasesTable;
  past_surveys: PastSurveysTable;
  issues: IssuesTable;
  plans: PlansTable;
  plan_versions: PlanVersionsTable;
  plan_notes: PlanNotesTable;
  plan_duties: PlanDutiesTable;
  plan_partners: PlanPartnersTable;
  sealings: SealingsTable;
  address_changes: AddressChangesTable;
  former_access: FormerAccessTable;
  journal_pending: JournalPendingTable;
  journal_days: JournalDaysTable;
  installation: InstallationTable;
  set_asides: SetAsidesTable;
  survey_jobs: SurveyJobsTable;
  daily_work: DailyWorkTable;
  letter_jobs: LetterJobsTable;
  owed_letters: OwedLettersTable;
  directory_versions: DirectoryVersionsTable;
  forecasts: ForecastsTable;
  yardsticks: YardsticksTable;
  service_map: ServiceMapTable;
  inquiries: InquiriesTable;
  own_questions: OwnQuestionsTable;
  proposals: ProposalsTable;
  secondary_figures: SecondaryFiguresTable;
  plan_supports: PlanSupportsTable;
  news: NewsTable;
  told: ToldTable;
  last_told: LastToldTable;
  objections: ObjectionsTable;
  passed_words: PassedWordsTable;
  left_out_words: LeftOutWordsTable;
  blacked_out_words: BlackedOutWordsTable;
  word_replies: WordRepliesTable;
  people_source: PeopleSourceTable;
  slip_wishes: SlipWishesTable;
  people_choices: PeopleChoicesTable;
  machine_tokens: MachineTokensTable;
  letter_texts: LetterTextsTable;
  letterhead: LetterheadTable;
  council_papers: CouncilPapersTable;
  chat: ChatTable;
  chat_posts: ChatPostsTable;
  survey_programme: SurveyProgrammeTable;
  held_waves: HeldWavesTable;
}

/** Every table, those first to which others point: the order in which rows can be written. */
export const tableNames = [
  'organisation',
  'settings_log',
  'departments',
  'people',
  'roles',
  'sessions',
  'sign_in_links',
  'letters',
  'surveys',
  'manifests',
  'ballot_pages',
  'participation',
  'survey_letters',
  'releases',
  'past_surveys',
  'issues',
  'plans',
  'plan_versions',
  'plan_notes',
  'plan_duties',
  'plan_partners',
  'sealings',
  'address_changes',
  'former_access',
  'journal_pending',
  'journal_days',
  'installation',
  'set_asides',
  'survey_jobs',
  'daily_work',
  'letter_jobs',
  'owed_letters',
  'directory_versions',
  'forecasts',
  'yardsticks',
  'inquiries',
  'own_questions',
  'proposals',
  'secondary_figures',
  'service_map',
  'plan_supports',
  'news',
  'told',
  'last_told',
  'objections',
  'passed_words',
  'left_out_words',
  'blacked_out_words',
  'word_replies',
  'people_source',
  'slip_wishes',
  'people_choices',
  'machine_tokens',
  'letter_texts',
  'letterhead',
  'council_papers',
  'chat',
  'chat_posts',
  'survey_programme',
  'held_waves',
] as const satisfies readonly (keyof Tables)[];
