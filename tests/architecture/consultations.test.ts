// Consultations are sealed surveys that are no pulse: whoever lists what is sealed says what becomes of them.
import { expect, test } from 'vitest';
import { sourcesIn } from '#tests/support/sources.ts';

const lists = /\.inState\('(?:sealed|closed)'\)|\.withConsultations\(\)/;

/** What every sealed survey needs, whatever it asks: its box, its keys, its roll, its letters, its end. */
const alike = [
  'app/services/publication.server.ts',
  'app/services/access/enter-by-former-address.server.ts',
  'app/services/organisation/release-addresses.server.ts',
  'app/services/organisation/set-time-zone.server.ts',
  'app/services/organisation/readdress.server.ts',
  'app/services/notifications/invite.server.ts',
  'app/services/notifications/send-letters.server.ts',
  'app/services/publication/hold-installation.server.ts',
  'app/services/publication/inspect-open-surveys.server.ts',
  'app/services/publication/start-surveys.server.ts',
  'app/services/privacy/check-closed-surveys.server.ts',
  'app/services/responses/show-invitations.server.ts',
  'app/services/responses/try-code.server.ts',
  'app/services/surveys/slips.server.ts',
  'app/services/surveys/bring-tongue.server.ts',
  'app/services/installation/back-up.server.ts',
  'app/services/installation/check-readiness.server.ts',
  'app/services/privacy/check-portal.server.ts',
  'app/routes/people.import.$stage.tsx',
  'app/cli/survey.ts',
];

const listing = sourcesIn('app').filter(({ text }) => lists.test(text));

test('every list of sealed surveys leaves consultations out, or is about what all sealed surveys share', () => {
  const unsaid = listing.filter(({ path, text }) => !alike.includes(path) && !/isConsultation\(/.test(text)).map(({ path }) => path);
  expect(unsaid).toEqual([]);
  expect(alike.filter((path) => !listing.some((one) => one.path === path))).toEqual([]);
});
