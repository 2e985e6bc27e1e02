// Requests that were meant for the plain endpoints and missed them: a proxy that doubles a slash, adds a folder's or writes a letter
// otherwise. The framework behind would note the time at which a ballot came.
import type { PlainHandler } from './anonymous.server.ts';
import { replyCode } from './plain-reply.server.ts';
import { asksForPage, refuseAtDoor } from './refusal-page.server.ts';

const near = /^[/.]*(ballot|manifest|box|receipts|paper|code)(?![\w.-])/i;

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** To be asked after the plain endpoints. */
export const strays: PlainHandler = (request, response) => {
  const [path = ''] = (request.url ?? '').replace(/^https?:\/\/[^/]*/i, '').split('?');
  if (!near.test(decoded(path))) return false;
  if (asksForPage(request)) refuseAtDoor(request, response, 'not-found');
  else replyCode(response, 'survey');
  return true;
};
