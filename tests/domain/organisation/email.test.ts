import * as v from 'valibot';
import { expect, test } from 'vitest';
import { foldedEmail, isEmail } from '#app/domain/organisation/email.ts';
import { readDirectory } from '#app/domain/organisation/read-directory.ts';
import { setUpForm } from '#app/forms/setup.ts';
import { signInForm } from '#app/forms/sign-in.ts';
import { testLetterForm } from '#app/forms/test-letter.ts';

const good = ["o'hara@amber.example", '张伟@例子.中国', 'ops@intranet', 'anna.müller@amber.example', '张伟@琥珀.example', 'a+b@x.example', 'A.B@Amber.Example', 'root@localhost', `${'a'.repeat(240)}@b.example`, 'ｗｉｄｅ@amber.example'];
const bad = ['', 'nobody', '@amber.example', 'a@', 'a b@amber.example', 'a@b@c.example', '<a@b.example>', 'a@b.example,c@d.example', 'a\u0000@b.example', 'a\u200b@b.example', `${'a'.repeat(250)}@b.example`];

test('an address is one everywhere: in the people file, at sign-in, at set-up and in a test letter', () => {
  for (const email of good) isAddressEverywhere(email);
});

function isAddressEverywhere(email: string): void {
  expect(isEmail(email)).toBe(true);
  const entered = v.parse(signInForm, { email: ` ${email} `, to: '/' }).email;
  expect(v.parse(testLetterForm, { to: email }).to).toBe(entered);
  expect(v.parse(setUpForm.entries.email, email)).toBe(entered);
  const rows = [{ line: 2, cells: ['1', 'One', email, 'Amber'] }];
  const { directory } = readDirectory({ people: { header: ['employee_id', 'name', 'email', 'department'], rows }, departments: null, company: 'Amber' });
  expect(directory?.people[0]?.email).toBe(entered);
  expect(foldedEmail(entered)).toBe(foldedEmail(email.normalize('NFKC')));
}

test.each(bad)('%j is an address nowhere', (email) => {
  expect(isEmail(email)).toBe(false);
  expect(v.safeParse(signInForm, { email, to: '/' }).success).toBe(false);
  expect(v.safeParse(testLetterForm, { to: email }).success).toBe(false);
});

test.each([
  ['ZHANG@amber.example', 'zhang@amber.example'],
  ['ｚｈａｎｇ＠ａｍｂｅｒ．ｅｘａｍｐｌｅ', 'zhang@amber.example'],
  ['zhang@amber。example', 'zhang@amber.example'],
  ['张伟@例子。中国', '张伟@例子.中国'],
  ['mu\u0308ller@amber.example', 'müller@amber.example'],
])('%s typed at sign-in is %s of the people file', (typed, inFile) => {
  expect(foldedEmail(v.parse(signInForm, { email: typed, to: '/' }).email)).toBe(foldedEmail(inFile));
});
