import { enableProdMode, setBackend } from '@tensorflow/tfjs-core';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { BackendName } from './protocol';

/** Where the three builds of the wasm backend lie: addresses in a page, paths in Node. */
export type WasmFiles = Parameters<typeof setWasmPaths>[0];

/** Sentences for a backend that does not start, by backend. */
const refusal: Record<BackendName, string> = {
  webgpu: 'WebGPU is not available here',
  wasm: 'WebAssembly is not available here',
  cpu: 'plain JavaScript is not available here',
};

let wasmReady = false;

/**
 * Starts a tfjs backend.
 *
 * @returns undefined when it runs; else one clause that says why it does not.
 */
export async function findBackendFault(backend: BackendName, wasmFiles: WasmFiles): Promise<string | undefined> {
  enableProdMode();
  try {
    if (backend === 'webgpu') {
      if (typeof navigator === 'undefined' || !navigator.gpu) return `${refusal.webgpu}: this browser or system has none`;
      await import('@tensorflow/tfjs-backend-webgpu');
    }
    if (backend === 'cpu') await import('@tensorflow/tfjs-backend-cpu');
    if (backend === 'wasm' && !wasmReady) {
      setWasmPaths(wasmFiles);
      if (globalThis.crossOriginIsolated) setThreadsCount(Math.max(1, Math.min(4, navigator.hardwareConcurrency)));
      wasmReady = true;
    }
    // setBackend answers false, without an error, where there is no adapter.
    if (!(await setBackend(backend))) return `${refusal[backend]}: it is there but does not start`;
    return undefined;
  } catch (error) {
    return `${refusal[backend]}: ${error instanceof Error ? error.message : String(error)}`;
  }
}
