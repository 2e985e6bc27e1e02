// The server speaks all languages: importing this teaches them.
import { en } from './en/index.ts';
import { learn } from './text.ts';
import { zhHans } from './zh-Hans/index.ts';
import { zhHant } from './zh-Hant/index.ts';

learn('en', en);
learn('zh-Hans', zhHans);
learn('zh-Hant', zhHant);
