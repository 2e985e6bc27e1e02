// Whether a text names somebody of the company. A record that holds names is a file about persons, whatever it was meant for. Whole
// names count for everybody; for the department's own people a single part of a name or a form of address does too, because there it
// is enough to know who is meant.

export interface KnownNames {
  /** Of everybody in the company. */
  readonly everybody: readonly string[];
  /** Of the people the record is about. */
  readonly own: readonly string[];
}

/** Names that are words of their own in English: alone they name nobody. */
const ordinary = new Set(['april', 'art', 'august', 'bill', 'chance', 'dean', 'faith', 'grace', 'hope', 'hunter', 'joy', 'june', 'mark', 'may', 'person', 'price', 'rich', 'rose', 'summer', 'will', 'young']);

const isChinese = (text: string) => /\p{Script=Han}/u.test(text);

const spaced = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The name found first; null where there is none. An address counts as a name. */
export function namedIn(text: string, { everybody, own }: KnownNames): string | null {
  const said = spaced(text);
  const address = /[^\s@]+@[^\s@]+\.[^\s@]+/.exec(said);
  if (address) return address[0];
  const edges = isChinese(said) ? edgesOf(said) : null;
  return everybody.find((name) => hasName(said, spaced(name), edges)) ?? own.map((name) => partIn(said, spaced(name), edges)).find((part) => part !== null) ?? null;
}

function hasName(said: string, name: string, edges: ReadonlySet<number> | null): boolean {
  if (name.length < 2) return false;
  if (isChinese(name)) return edges !== null && occursBetween(said, name, edges);
  return said.toLowerCase().includes(name.toLowerCase()) && new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'iu').test(said);
}

/** Where words begin and end: 高明 is no name in 提高明确度. */
function edgesOf(said: string): ReadonlySet<number> {
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(said)];
  return new Set([...words.map(({ index }) => index), said.length]);
}

function occursBetween(said: string, name: string, edges: ReadonlySet<number>): boolean {
  for (let at = said.indexOf(name); at >= 0; at = said.indexOf(name, at + 1)) if (edges.has(at) && edges.has(at + name.length)) return true;
  return false;
}

const before = ['老', '小', '阿'];
const titles = ['经理', '經理', '主任', '主管', '总', '總', '工', '姐', '哥', '组长', '組長', '班长', '班長', '师傅', '師傅', '先生', '女士', '小姐'];

/** A part of a name as somebody of the same team would write it. */
function partIn(said: string, name: string, edges: ReadonlySet<number> | null): string | null {
  if (isChinese(name)) {
    const surname = name[0] as string;
    const forms = [...before.map((one) => `${one}${surname}`), ...titles.map((title) => `${surname}${title}`)];
    return forms.find((form) => edges !== null && occursBetween(said, form, edges)) ?? null;
  }
  const parts = name.split(/[\s.]+/).filter((part) => /^\p{Lu}\p{L}{2,}$/u.test(part) && !ordinary.has(part.toLowerCase()));
  return parts.find((part) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(part)}(?![\\p{L}\\p{N}])`, 'u').test(said)) ?? null;
}
