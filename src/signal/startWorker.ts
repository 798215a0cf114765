/**
 * Starts a program of this site in a worker.
 *
 * A worker that is started from its address has the content security policy of its own response, which a static host
 * does not send. One that is started from a blob has the page's: the ECG cannot be sent anywhere from it either.
 * @param url the program's address, as the bundler's `?worker&url` import gives it.
 * @param name what the worker is called in the browser's tools.
 */
export function startWorker(url: string, name: string): Worker {
  const program = new URL(url, import.meta.url).href;
  const start = new Blob([`import ${JSON.stringify(program)};`], { type: 'text/javascript' });
  return new Worker(URL.createObjectURL(start), { type: 'module', name });
}
