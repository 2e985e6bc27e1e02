import js from 'typescript-eslint';
import stylistic from '@stylistic/eslint-plugin';
import hooks from 'eslint-plugin-react-hooks';

export default js.config(
  { ignores: ['build/**', 'release/**', 'node_modules/**', 'data/**', '.cache/**', 'tests/results/**'] },
  ...js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            // With single fetch off `data()` answers 200 with a broken body; `json()` works.
            { name: '@remix-run/node', importNames: ['data', 'createFileSessionStorage'] },
            { name: '@remix-run/server-runtime' },
          ],
        },
      ],
    },
  },
  {
    // The framework's own types take every value apart, and a cast puts back whatever the page believes: a page that believes wrongly compiled.
    files: ['app/**/*.{ts,tsx}', 'db/**/*.ts'],
    ignores: ['app/ui/layout/loaded.ts', 'app/platform/config.server.ts', 'app/cli/serve.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'The environment is read by platform/config.server.ts alone.' },
        { selector: 'CallExpression[callee.name=/^use(Loader|Action)Data$/]', message: 'useLoaded, useAnswer and useReply (ui/layout/loaded.ts) give what a loader or an action gave, with its own type.' },
      ],
    },
  },
  {
    // How it is written: `npm run format` puts it right. Where a line ends is left to whoever writes it, up to what fits a screen.
    files: ['**/*.{ts,tsx,mjs,js}'],
    plugins: { stylistic },
    rules: {
      'stylistic/arrow-parens': ['error', 'always'],
      'stylistic/arrow-spacing': 'error',
      'stylistic/block-spacing': 'error',
      'stylistic/brace-style': ['error', '1tbs', { allowSingleLine: true }],
      'stylistic/comma-dangle': ['error', 'always-multiline'],
      'stylistic/comma-spacing': 'error',
      'stylistic/eol-last': 'error',
      'stylistic/indent': ['error', 2, { SwitchCase: 1, flatTernaryExpressions: false, offsetTernaryExpressions: true, ignoredNodes: ['TemplateLiteral *', 'JSXElement *', 'JSXElement', 'TSUnionType', 'TSIntersectionType'] }],
      'stylistic/key-spacing': 'error',
      'stylistic/keyword-spacing': 'error',
      'stylistic/max-len': ['error', { code: 260, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreComments: false }],
      'stylistic/member-delimiter-style': ['error', { singleline: { delimiter: 'semi', requireLast: false } }],
      'stylistic/no-multiple-empty-lines': ['error', { max: 1, maxEOF: 0, maxBOF: 0 }],
      'stylistic/no-trailing-spaces': 'error',
      'stylistic/quotes': ['error', 'single', { avoidEscape: true, allowTemplateLiterals: 'avoidEscape' }],
      'stylistic/semi': ['error', 'always'],
      'stylistic/space-before-blocks': 'error',
      'stylistic/space-infix-ops': 'error',
      'stylistic/type-annotation-spacing': 'error',
    },
  },
  { files: ['app/cli/**', 'app/ballot/build/**', 'tests/bench/**', 'tests/run.mjs', 'tests/support/console.ts'], rules: { 'no-console': 'off' } },
);
