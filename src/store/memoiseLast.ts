/**
 * Remembers the last result of a pure function: called again with the very same arguments it returns the very same
 * object, so that what is drawn from it is not drawn again.
 */
export function memoiseLast<Args extends readonly unknown[], Result>(
  compute: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | null = null;
  return (...args) => {
    if (!last || args.some((arg, index) => !Object.is(arg, last!.args[index]))) last = { args, result: compute(...args) };
    return last.result;
  };
}
