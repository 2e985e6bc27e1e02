// The channel that is told.
import * as v from 'valibot';
import { chatKinds, chatOccasions } from '#app/domain/notifications/chat.ts';
import { ticked } from './form-fields.ts';

const kept = (most: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxLength(most, 'too-long')), '');

export const channelForm = v.object({
  // Which button was pressed, which the browser's own check does not know.
  intent: v.optional(v.picklist(['set', 'test'], 'required'), 'set'),
  kind: v.optional(v.picklist(['off', ...chatKinds], 'required'), 'off'),
  address: kept(2_000),
  secret: kept(500),
  language: kept(35),
  'occasions[]': v.pipe(ticked, v.transform((names) => chatOccasions.filter((one) => names.includes(one)))),
});
