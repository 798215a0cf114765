import { toBlobFile } from '../../ecg/blobFile';
import { openEcg } from '../../ecg/formats/registry';
import { toSentence } from '../../ecg/problem';
import type { RecordingSource } from '../../ecg/recordingSource';
import { toQualityScore } from '../quality/qualityScore';
import { readOverview } from '../readOverview';
import { USED_SECONDS } from '../readWindow';
import type { LongRecordingReply, LongRecordingRequest } from './longRecordingProtocol';

/** Of twelve leads some 12 MB are held at once, and a recording of a day is read in some hundred parts. */
const SAMPLES_AT_ONCE = 2 ** 17;

/**
 * Serves one long recording: opens it, reads it through once for its overview, and then gives parts of it.
 * @returns takes a request.
 */
export function serveLongRecording(reply: (message: LongRecordingReply) => void): (request: LongRecordingRequest) => Promise<void> {
  let source: RecordingSource | undefined;

  async function open(name: string, file: Blob): Promise<void> {
    source = await openEcg(toBlobFile(name, file));
    if (!source) return reply({ kind: 'unfit' });
    const { samplingRateHz, sampleCount } = source;
    const overview = await readOverview(source, {
      windowSeconds: USED_SECONDS,
      scoreQuality: toQualityScore,
      chunkSeconds: SAMPLES_AT_ONCE / samplingRateHz,
      afterChunk: (share) => reply({ kind: 'progress', share, durationSeconds: sampleCount / samplingRateHz }),
    });
    reply({ kind: 'opened', samplingRateHz, sampleCount, overview });
  }

  return async (request) => {
    if (request.kind === 'open') {
      await open(request.name, request.file).catch((thrown) => reply({ kind: 'refused', sentence: toSentence(thrown) }));
      return;
    }
    const { id, firstSample, sampleCount } = request;
    try {
      reply({ kind: 'excerpt', id, ecg: await source!.readExcerpt(firstSample, sampleCount) });
    } catch (thrown) {
      reply({ kind: 'failed', id, sentence: toSentence(thrown) });
    }
  };
}
