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
  /** JSON list of language tags beside the product's own; null where there are none. */
  tongues: string | null;
}

export interface SettingsLogTable {
  id: string;
  at: string;
  actor_id: string | null;
  setting: string;
  from: string;
  to: string;
}
