// What a check of the self-test says in words.
import type { PrivacyCheck } from '#app/domain/privacy/privacy-report.ts';
import type { Text } from './text.ts';

export function saidOf(text: Text, { id, ok, limit, details }: PrivacyCheck): string {
  return text.code(`privacy.check.${ok && !limit ? 'holds' : 'fails'}`, id, details);
}
