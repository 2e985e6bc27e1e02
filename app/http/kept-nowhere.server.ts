// A page speaks to the person who asked for it: not to the next one at the same device, who presses «back» after somebody signed out,
// and not to those to whom a proxy would hand a copy.
import type { RequestHandler } from 'express';

export const keptNowhere: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};
