/** The last part of a path, in lower case: what is left to compare when a record has been moved or renamed in case. */
export function toBaseName(path: string): string {
  return path.split(/[\\/]/).at(-1)!.toLowerCase();
}
