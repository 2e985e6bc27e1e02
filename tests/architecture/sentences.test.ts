// Each page of the browser brings the sentences that its modules can say, found in their code. Whoever knows what they can say is the
// compiler: every key that it sees in the place of a key must have been found. Loaders and
// actions do not go to the browser.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { saidBy } from '#app/text/build/said-keys.ts';
import { en } from '#app/text/en/index.ts';

const root = join(import.meta.dirname, '../..');
const keys = Object.keys(en);
const codes = keys.filter((key) => key.startsWith('error.') && key !== 'error.summary' && key !== 'error.title');

const drawing = ['app/ui', 'app/routes', 'app/text'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => /\.tsx?$/.test(file) && !/\.server\.ts$|^app\/text\/(en|zh-Hans|zh-Hant|ballot|build)\//.test(file)),
);
const files = [...drawing, 'app/root.tsx'];

const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config, ts.sys, root);
const program = ts.createProgram(files.map((file) => join(root, file)), { ...options, incremental: false });
const checker = program.getTypeChecker();

const isText = (type: ts.Type) => type.symbol?.name === 'Text' && type.getCallSignatures().length > 0;

/** The texts that may stand there, as far as the compiler tells them apart. */
function textsAt(node: ts.Expression): string[] {
  const type = checker.getTypeAtLocation(node);
  return (type.isUnion() ? type.types : [type]).flatMap((one) => (one.isStringLiteral() ? [one.value] : []));
}

interface Asked {
  readonly line: number;
  readonly wanted: readonly string[];
  /** Any sentence there is: its key was written elsewhere. */
  readonly open: boolean;
  readonly way: string;
}

function askedBy(source: ts.SourceFile): Asked[] {
  const asked: Asked[] = [];
  const ask = (node: ts.Expression, way: string, texts: readonly string[], wanted: readonly string[], all: number) =>
    asked.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, wanted: texts.length === all ? [] : wanted, open: texts.length === all, way });
  const walk = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && /^(loader|action)$/.test(node.name.getText())) return;
    ts.forEachChild(node, walk);
    const [first] = ts.isCallExpression(node) ? node.arguments : [];
    if (!ts.isCallExpression(node) || !first) return;
    const texts = textsAt(first);
    const { expression } = node;
    if (isText(checker.getTypeAtLocation(expression))) ask(first, 'text', texts, texts, keys.length);
    if (!ts.isPropertyAccessExpression(expression) || !isText(checker.getTypeAtLocation(expression.expression))) return;
    if (expression.name.text === 'error') ask(first, 'error', texts, texts.map((code) => `error.${code}`), codes.length);
    if (expression.name.text === 'code') ask(first, 'code', texts, keys.filter((key) => texts.some((prefix) => key.startsWith(`${prefix}.`))), 0);
  };
  walk(source);
  return asked;
}

/** What goes to the browser: a key that stands in a loader alone comes with the data and is found nowhere. */
function withoutServerParts(source: ts.SourceFile): string {
  const server = source.statements.filter((one) => ts.isVariableStatement(one) && one.declarationList.declarations.some(({ name }) => /^(loader|action)$/.test(name.getText(source))));
  return server.reduceRight((text, one) => text.slice(0, one.getStart(source)) + text.slice(one.end), source.text);
}

const asked = files.map((file) => ({ file, asked: askedBy(program.getSourceFile(join(root, file))!) }));

test('whatever the compiler knows a module to say is found in its code', () => {
  const missed = asked.flatMap(({ file, asked: all }) => {
    const { outputText } = ts.transpileModule(withoutServerParts(program.getSourceFile(join(root, file))!), { compilerOptions: { ...options, jsx: ts.JsxEmit.ReactJSX }, fileName: file });
    const said = saidBy({ file, ast: parseAst(outputText) }, keys);
    return all.flatMap(({ line, wanted }) => wanted.filter((key) => !said.has(key)).map((key) => `${file}:${line} ${key}`));
  });
  expect(missed).toEqual([]);
  expect(asked.flatMap(({ asked: all }) => all.flatMap(({ wanted }) => wanted)).length).toBeGreaterThan(1_000);
});

test('a code of which nothing is known is said in one place: by whoever got its words with the reply', () => {
  const open = asked.flatMap(({ file, asked: all }) => all.filter(({ way, open: any }) => way === 'error' && any).map(() => file));
  expect([...new Set(open)]).toEqual(['app/text/form-reply.ts']);
});
