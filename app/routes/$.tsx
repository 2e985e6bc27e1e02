import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';

/** Whatever no other page answers: within the frame, in the visitor's language. */
export const loader = page({ may: 'visit' }, () => {
  throw refuse('not-found');
});

export default function Nowhere() {
  return null;
}
