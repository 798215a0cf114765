import { writePart, type PartRequest } from './part';

// A process of its own: takes one part after another from its parent until the parent lets go.
process.on('message', (request: PartRequest) => {
  void writePart(request).then(
    (entries) => process.send!({ entries }),
    (error: unknown) => process.send!({ failure: error instanceof Error ? error.stack : String(error) }),
  );
});
