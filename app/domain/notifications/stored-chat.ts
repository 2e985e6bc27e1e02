// The channel and its posts, as they lie in the database.
import * as v from 'valibot';
import { stored, storedDay } from '../kernel/stored.ts';
import { chatKinds, chatOccasions, chatRefusals, type ChatPost, type ChatSetting, type ChatTrouble } from './chat.ts';

export const storedChat = stored<ChatSetting>({
  noun: 'the channel',
  shape: v.object({ kind: v.picklist([...chatKinds, 'off']), address: v.string(), secret: v.string(), occasions: v.array(v.picklist(chatOccasions)), language: v.string(), since: storedDay }),
});

export const storedTrouble = stored<ChatTrouble>({
  noun: 'how a post failed',
  shape: v.object({ day: storedDay, because: v.picklist(chatRefusals), said: v.string(), givenUp: v.boolean() }),
});

export const storedPost = stored<Omit<ChatPost, 'id'>>({ noun: 'a post', shape: v.object({ text: v.string(), link: v.string(), label: v.string() }) });
