export interface OrganisationTable {
  /** Always 'organisation': one row per installation. */
  id: string;
  name: string;
  /** JSON list of language tags. */
  languages: string;
  language: string;
  k: number;
  created: string;
  time_zone: string | null;
}

export interface SettingsLogTable {
  id: string;
  at: string;
  actor_id: string | null;
  setting: string;
  from: string;
  to: string;
}
