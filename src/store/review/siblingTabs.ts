import * as v from 'valibot';
import type { Siblings } from './deps';

const CHANNEL = 'protoecg.reviews';

const messageSchema = v.strictObject({ session: v.string() });

/**
 * The other tabs of this browser. They are told that something changed and never what: each reads it from the database,
 * so that a message that is lost or forged changes nothing that is kept.
 */
export function createSiblingTabs(): Siblings {
  const channel = new BroadcastChannel(CHANNEL);
  return {
    tell: (session) => channel.postMessage({ session }),
    listen: (onChanged) => {
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (v.is(messageSchema, data)) onChanged(data.session);
      };
    },
  };
}
