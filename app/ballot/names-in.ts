// What in a text may name somebody, looked for in the browser while it is written: the names of one's own group, which this page has in
// any case, addresses, numbers and job titles. A hint, not a rule: nothing is sent, and nothing is refused.

const traces =
  /\S+[@＠]\S+|https?:\S+|\p{Nd}(?:[ .-]?\p{Nd}){5,}|\b(?:manager|director|supervisor|team ?lead(?:er)?|boss)\b|[经經]理|主管|主任|[总總][监監]|[组組班店厂廠][长長]|老[板闆]/giu;

const between = /[^\p{L}\p{M}]+/u;

/** A name in Chinese is found whole or without its family name; in other scripts each of its words of three letters and more. */
export function namesIn(text: string, names: readonly string[]): string[] {
  const words = text.split(between);
  const known = names.flatMap((name) =>
    /\p{Script=Han}/u.test(name) ? [name, name.slice(1)].filter((one) => one.length > 1 && text.includes(one)).slice(0, 1) : name.split(between).filter((one) => one.length > 2 && words.includes(one)),
  );
  return [...new Set([...known, ...(text.match(traces) ?? [])])];
}
