// What a schema must not have: a column that could hold a trace of a ballot, a number that tells an order, a table in which a person
// stands beside a survey.

export interface TableShape {
  readonly name: string;
  readonly columns: readonly {
    readonly name: string;
    /** A text can name a person; a number of people names nobody. */
    readonly text: boolean;
    readonly numbersItself: boolean;
  }[];
}

const trace = /(^|_)(ballot|answer|paper|serial|blind(ed)?|signature|receipt|box|slot|ip|agent|address|device|fingerprint)s?(_|$)/;
const person = /^(person|people|actor|author|employee|respondent|member|invitee|voter)(_id)?$/;
const survey = /^(survey|manifest|release)(_id|_hash)?$/;

/** `table.column` of everything that could hold a trace or tells an order of arrival. */
export function forbiddenColumns(tables: readonly TableShape[]): string[] {
  return tables.flatMap(({ name, columns }) =>
    columns.filter((column) => trace.test(column.name) || column.numbersItself).map((column) => `${name}.${column.name}`),
  );
}

/** Tables that join somebody to a survey. */
export function pathsToBoxes(tables: readonly TableShape[]): string[] {
  const joins = ({ columns }: TableShape) =>
    columns.some(({ name, text }) => text && person.test(name)) && columns.some(({ name, text }) => text && survey.test(name));
  return tables.filter(joins).map(({ name }) => name);
}
