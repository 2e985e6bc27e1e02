// In a checkout without a build a thread's TypeScript is translated as it is loaded.
import { pathToFileURL } from 'node:url';
import { register } from 'tsx/esm/api';

register();
await import(pathToFileURL(process.argv[2]).href);
