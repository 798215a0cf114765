import { toSentence } from '../../ecg/problem';
import type { MergeDesk } from './mergeDesk';
import type { MergingReply, MergingRequest } from './mergingProtocol';

/** Does at a desk what is asked, and says what came out. */
export function answerMerging(desk: MergeDesk, request: MergingRequest): MergingReply {
  const { id } = request;
  try {
    return { id, kind: 'done', result: toResult(desk, request) };
  } catch (thrown) {
    return { id, kind: 'failed', sentence: toSentence(thrown) };
  }
}

function toResult(desk: MergeDesk, request: MergingRequest) {
  switch (request.kind) {
    case 'read':
      return desk.read(request.fileId, request.name, request.bytes);
    case 'merge':
      return desk.merge(request.choice);
    case 'csv':
      return desk.writeAnswersCsv(request.choice);
  }
}
