import { toSentence } from '../../ecg/problem';
import { measureEcg } from './measureEcg';
import type { MeasuringReply, MeasuringRequest } from './measuringProtocol';

const reply = (message: MeasuringReply) => self.postMessage(message);

self.onmessage = ({ data: { id, ecg } }: MessageEvent<MeasuringRequest>) => {
  try {
    reply({ id, kind: 'measured', measured: measureEcg(ecg) });
  } catch (thrown) {
    reply({ id, kind: 'failed', sentence: toSentence(thrown) });
  }
};
