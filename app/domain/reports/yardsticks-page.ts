// Where HR sets what figures are compared with.

export interface YardsticksPage {
  /** Counts changes: what is saved has to be what was looked at. */
  readonly revision: number;
  /** In the order of the library; null: the usual target. */
  readonly targets: readonly { readonly dimension: string; readonly label: string; readonly target: number | null }[];
  /** As the field holds them, one value a line. */
  readonly outside: string;
  /** What can be written in the first column. */
  readonly asked: readonly { readonly id: string; readonly label: string }[];
}
