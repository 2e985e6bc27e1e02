// Where a link may lead after signing in: a path of this portal only, so that nobody is sent to a foreign page by a link to ours.

export function safeDestination(to: string | null | undefined): string {
  if (!to || !to.startsWith('/') || to.startsWith('//') || to.includes('\\') || /[\u0000-\u001f]/.test(to)) return '/';
  return to;
}
