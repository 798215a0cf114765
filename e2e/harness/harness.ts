import { createInferenceClient, type InferenceClient } from '../../src/model/inferenceClient';

declare global {
  interface Window {
    /** The page's own door to the worker, for tests that need numbers and not pictures. */
    createInferenceClient: () => InferenceClient;
  }
}

window.createInferenceClient = () => createInferenceClient();
