// What opens a session or a sign-in link. Only its hash is stored, so that a stolen database opens neither.
import { hash, randomBytes } from 'node:crypto';

/** 256 random bits, base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** SHA-256, base64url. Without a key or a salt: nobody guesses one of 2^256. */
export const hashOfSecret = (secret: string): string => hash('sha256', secret, 'base64url');
