// Whatever a form can be refused with has a sentence in every language. What actions refuse with is known to the compiler
// (`reject` takes an ErrorCode); what the forms' schemas say themselves is looked up here, message by message.
import { describe, expect, test } from 'vitest';
import '#app/text/all.server.ts';
import { languages } from '#app/domain/kernel/language.ts';
import { textOf, type ErrorCode } from '#app/text/text.ts';

const forms = import.meta.glob<Record<string, unknown>>('/app/{forms,routes}/**/*.{ts,tsx}', { eager: true });

/** Every message that a schema carries, in its own actions and in those of its parts. */
function messagesIn(part: unknown, seen = new Set<unknown>()): readonly string[] {
  if (typeof part !== 'object' || part === null || seen.has(part)) return [];
  seen.add(part);
  const own = 'kind' in part && 'message' in part && typeof part.message === 'string' ? [part.message] : [];
  return [...own, ...Object.values(part).flatMap((inner) => messagesIn(inner, seen))];
}

const isSchema = (value: unknown): value is { readonly kind: 'schema' } => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';

const schemas = Object.entries(forms).flatMap(([file, parts]) => Object.entries(parts).flatMap(([name, value]) => (isSchema(value) ? [{ file, name, messages: [...new Set(messagesIn(value))] }] : [])));

describe.each(languages)('in %s', (language) => {
  const text = textOf(language);

  test.each(schemas.filter(({ messages }) => messages.length > 0))('what $name says has sentences', ({ messages }) => {
    expect(messages.filter((message) => text.errorCode(message) !== message)).toEqual([]);
  });

  test('a validator says nothing in its own words', () => {
    const code = text.errorCode('Invalid key: Expected "email" but received undefined');
    expect(code).toBe('not-understood');
    expect(text.error(code)).not.toContain('error.');
  });
});

test('there are schemas, and messages in them', () => {
  expect(schemas.length).toBeGreaterThan(15);
  expect(schemas.flatMap(({ messages }) => messages)).toContain('required');
});

// @ts-expect-error a code without a sentence does not reach a form
export const unsaid: ErrorCode = 'repeated-quarrel';
