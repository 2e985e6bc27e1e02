// In a checkout without a build the thread's TypeScript is translated as it is loaded.
import { register } from 'tsx/esm/api';

register();
await import('./reading-worker.server.ts');
