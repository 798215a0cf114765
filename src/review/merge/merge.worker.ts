import { answerMerging } from './answerMerging';
import { createMergeDesk } from './mergeDesk';
import type { MergingRequest } from './mergingProtocol';

const desk = createMergeDesk();

self.onmessage = ({ data }: MessageEvent<MergingRequest>) => self.postMessage(answerMerging(desk, data));
