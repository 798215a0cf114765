import type { LongRecordingRequest } from './longRecordingProtocol';
import { serveLongRecording } from './serveLongRecording';

const serve = serveLongRecording((message) => self.postMessage(message));

self.onmessage = ({ data }: MessageEvent<LongRecordingRequest>) => void serve(data);
