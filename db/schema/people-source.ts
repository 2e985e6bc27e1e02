export interface PeopleSourceTable {
  /** Always 'source': one row per installation. */
  id: string;
  /** JSON; holds the secret that opens the other side. */
  content: string;
  /** JSON; null before the first try. */
  standing: string | null;
  /** Day of the last try: whoever writes it first makes it. */
  tried_on: string | null;
}
