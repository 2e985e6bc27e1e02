// Which sentences a module of the browser can say, read from its own code: what stands there as a key, as the beginning of one, or as
// a code. Too many do no harm but weight; too few would be seen, so that a test holds them against the compiler's own knowledge.
interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

/** `file`: where the module stands, from the root of the sources. */
export interface SayingModule {
  readonly file: string;
  readonly ast: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

const visit = (node: Node, meet: (node: Node) => void): void => {
  meet(node);
  for (const part of Object.values(node)) for (const one of Array.isArray(part) ? part : [part]) if (isNode(one)) visit(one, meet);
};

/** The texts of a template around its gaps: `plan.state.${state}` is two, the last one empty. */
const piecesOf = (template: Node): readonly string[] => (template['quasis'] as readonly { value: { cooked: string } }[]).map(({ value }) => value.cooked);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What fits a template whose gaps hold anything; nothing where no word of it stands still. */
function fitting(template: Node, keys: readonly string[], after = ''): string[] {
  const pieces = piecesOf(template);
  if (!pieces.some((piece) => /\w\.|\.\w/.test(piece))) return [];
  const pattern = new RegExp(`^${pieces.map(escaped).join('.+')}${after}$`);
  return keys.filter((key) => pattern.test(key));
}

/** `text.code('plan.because', code)`: everything that begins so. The beginning may be a choice of two. */
function beginning(prefix: Node, keys: readonly string[]): string[] {
  const found: string[] = [];
  visit(prefix, (node) => {
    if (typeof node['value'] === 'string') found.push(...keys.filter((key) => key.startsWith(`${String(node['value'])}.`)));
    if (node.type === 'TemplateLiteral') found.push(...fitting(node, keys, '\\..+'));
  });
  return found;
}

const methodOf = (call: Node): string | null => {
  const callee = call['callee'] as Node;
  return callee.type === 'MemberExpression' ? String((callee['property'] as Node)['name']) : null;
};

/** Of all `keys` those that the module can say. A schema's messages are codes: they count where forms are declared or drawn. */
export function saidBy({ file, ast }: SayingModule, keys: readonly string[]): Set<string> {
  const said = new Set<string>();
  const known = new Set(keys);
  const add = (some: readonly string[]) => some.forEach((key) => known.has(key) && said.add(key));
  const hasCodes = /\/(forms|routes)\/|\/text\/text\.ts$/.test(file);
  visit(ast as Node, (node) => {
    if (node.type === 'Literal' && typeof node['value'] === 'string') add([node['value'], ...(hasCodes ? [`error.${node['value']}`] : [])]);
    // A code alone, whatever it may be, is no sentence of this page: what the server refuses it says in words.
    if (node.type === 'TemplateLiteral' && piecesOf(node)[0] !== 'error.') add(piecesOf(node).length === 1 ? piecesOf(node) : fitting(node, keys));
    if (node.type !== 'CallExpression') return;
    const [first] = node['arguments'] as readonly Node[];
    if (methodOf(node) === 'code' && first) add(beginning(first, keys));
    if (methodOf(node) === 'error' && first && typeof first['value'] === 'string') add([`error.${first['value']}`]);
  });
  return said;
}
