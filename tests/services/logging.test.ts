import { expect, test } from 'vitest';
import { openLog } from '#app/platform/log.server.ts';

function logged(error: unknown): string {
  let text = '';
  openLog({ production: true }, { write: (line) => void (text += line) }).error({ err: error, path: '/people' }, 'a request failed');
  return text;
}

test('what a database says about a row in its errors stays out of the log', () => {
  const error = Object.assign(new Error('duplicate key value violates unique constraint "people_email"'), {
    code: '23505',
    detail: 'Key (email)=(lin@amber.example) already exists.',
    parameters: ['lin@amber.example'],
    cause: new Error('lin@amber.example'),
  });
  const text = logged(error);
  expect(JSON.parse(text)).toMatchObject({ path: '/people', err: { name: 'Error', code: '23505', message: error.message, stack: expect.stringContaining('logging.test') } });
  expect(text).not.toContain('amber.example');
});

test('something else that is thrown is told without what is in it', () => {
  const text = logged({ status: 405, email: 'lin@amber.example' });
  expect(JSON.parse(text)).toMatchObject({ err: { status: 405, message: expect.stringContaining('something was thrown') } });
  expect(text).not.toContain('amber.example');
});
