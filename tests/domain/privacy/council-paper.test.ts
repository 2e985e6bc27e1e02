import { describe, expect, test } from 'vitest';
import { changesSince, countOf, isLogged, type PaperFacts } from '#app/domain/privacy/council-paper.ts';
import { day } from '#app/domain/kernel/day.ts';

const facts: PaperFacts = {
  company: 'Amber',
  address: 'https://murmur.example',
  k: 5,
  retention: { letters: 30, sessions: 14 },
  timeZone: 'Europe/Berlin',
  readers: { hr: ['Ida', 'Jo'], administrators: ['Kim'] },
  checked: { day: day('2026-03-01'), time: '09:05' },
  checks: [
    { id: 'slots', ok: true, details: { n: 1 } },
    { id: 'swap', ok: true, limit: true, details: {} },
    { id: 'backups', ok: true, details: { files: 3 } },
  ],
  log: { until: '2026-03-01', ids: ['b'] },
  journal: null,
  promise: { 'privacy.promise.once': 'Once.', 'privacy.limits.page': 'A page.' },
};
const changed = (more: Partial<PaperFacts>) => changesSince(facts, { ...facts, ...more })!;

describe('what is otherwise than in the paper before', () => {
  test('is nothing at first, and nothing where all is as it was: numbers that grow with use are no change', () => {
    expect(changesSince(null, facts)).toBeNull();
    expect(countOf(changed({ checked: { day: day('2026-06-01'), time: '10:00' }, checks: facts.checks.map((check) => ({ ...check, details: { n: 99, files: 99 } })), log: { until: '2026-06-01', ids: ['c'] } }))).toBe(0);
  });

  test('is each setting, whoever came or left, each sentence, and the place', () => {
    const now = changed({ k: 6, retention: { letters: 30, sessions: 7 }, timeZone: 'Asia/Taipei', readers: { hr: ['Jo', 'Lee'], administrators: ['Kim'] }, promise: { 'privacy.promise.once': 'Twice.', 'privacy.limits.page': 'A page.', 'privacy.limits.new': 'New.' }, address: 'https://other.example' });
    expect([...now.settings]).toEqual(['k', 'sessions', 'timeZone']);
    expect(now.readers).toEqual({ hr: { came: ['Lee'], left: ['Ida'] }, administrators: { came: [], left: [] } });
    expect([...now.promise]).toEqual(['privacy.promise.once', 'privacy.limits.new']);
    expect(now.place).toBe(true);
    expect(countOf(now)).toBe(8);
  });

  test('is each point of the check that stands otherwise, and each that was not looked at', () => {
    const now = changed({ checks: [{ id: 'slots', ok: false, details: {} }, { id: 'swap', ok: true, details: {} }, { id: 'backups', ok: true, limit: true, details: {} }, { id: 'linker', ok: true, details: {} }] });
    expect([...now.checks]).toEqual([['slots', 'now-fails'], ['swap', 'now-holds'], ['backups', 'now-limit'], ['linker', 'new']]);
  });

  test('entries of the log are known by their day, those of its own day one by one', () => {
    const on = (id: string, at: string) => isLogged(facts, { id, day: at });
    expect([on('a', '2026-02-28'), on('b', '2026-03-01'), on('c', '2026-03-01'), on('d', '2026-03-02')]).toEqual([true, true, false, false]);
  });
});
