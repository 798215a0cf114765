import type { Plugin } from 'vite';

const MODULE = 'tfjs-backend-wasm-threaded-simd.js';
const DECLARATION = 'var WasmBackendModuleThreadedSimd = ';
const EXPORTS = "if (typeof exports === 'object'";

/**
 * Lets the wasm backend start threads in a bundle. tfjs hands each thread the source of its module factory, taken by
 * `toString()` from the running function; a bundler renames what that function refers to, and the thread fails. This
 * makes `toString()` answer with the source as published.
 */
export function threadedWasm(): Plugin {
  return {
    name: 'threaded-wasm',
    transform(code, id) {
      if (!id.split('?')[0].endsWith(MODULE)) return undefined;
      const start = code.indexOf(DECLARATION);
      const end = code.indexOf(EXPORTS);
      if (start < 0 || end < start) this.error(`${MODULE} is not written as expected; threads would not start.`);
      const source = code.slice(start + DECLARATION.length, end).trim().replace(/;$/, '');
      const keep = `WasmBackendModuleThreadedSimd.toString = () => ${JSON.stringify(source)};\n`;
      return { code: code.slice(0, end) + keep + code.slice(end), map: null };
    },
  };
}
