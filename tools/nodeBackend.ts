import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { findBackendFault } from '../src/model/backend';
import type { BackendName } from '../src/model/protocol';
import { Problem } from '../src/ecg/problem';

const require = createRequire(import.meta.url);

/** The folder of the wasm builds that come with tfjs. */
export const NODE_WASM_FILES = `${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`;

/** Gives Node a `navigator.gpu` where the optional package `webgpu` and a Vulkan, Metal or D3D12 driver are there. */
async function offerWebGpu(): Promise<void> {
  if (globalThis.navigator?.gpu) return;
  try {
    const { create, globals } = await import('webgpu');
    Object.assign(globalThis, globals);
    const gpu = create([]);
    Object.defineProperty(globalThis, 'navigator', {
      value: Object.defineProperty(globalThis.navigator ?? {}, 'gpu', { value: gpu, configurable: true }),
      configurable: true,
    });
  } catch {
    // The package is optional; without it the backend itself says that there is no WebGPU.
  }
}

/** Makes a backend ready to be chosen in Node; whether it then runs is for the caller to check. */
export async function prepareNodeBackend(backend: BackendName): Promise<void> {
  if (backend === 'webgpu') await offerWebGpu();
}

/**
 * Starts a backend in Node.
 *
 * @throws Problem when it does not run here.
 */
export async function startNodeBackend(backend: BackendName): Promise<void> {
  await prepareNodeBackend(backend);
  const fault = await findBackendFault(backend, NODE_WASM_FILES);
  if (fault) throw new Problem(`${fault}.`);
}
