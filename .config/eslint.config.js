import js from 'typescript-eslint';
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
  { files: ['app/cli/**', 'app/ballot/build/**', 'tests/bench/**', 'tests/run.mjs', 'tests/support/console.ts'], rules: { 'no-console': 'off' } },
);
