// The content policy allows only scripts that carry this request's nonce.
import { createContext } from 'react';

export const Nonce = createContext('');
