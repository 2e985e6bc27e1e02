// What a mail address is, said once: what the people file takes the sign-in form takes too, or somebody is asked and cannot come in.
// Letters of every language may stand on both sides. A mail server decides the rest.

/** Characters, as mail servers count them at most. */
export const longestEmail = 254;

const separators = '\\s\\p{Cc}\\p{Cf}@,;:<>()"\\\\';
const address = new RegExp(`^[^${separators}]+@[^${separators}]+$`, 'u');

export function isEmail(text: string): boolean {
  return text.length <= longestEmail && address.test(text);
}

/** Mail addresses are compared without case, width and spaces around them; a Chinese keyboard writes the dot of a domain as a full stop. */
export function foldedEmail(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase().replace(/。(?=[^@]*$)/g, '.');
}
