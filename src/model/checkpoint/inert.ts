const ignore = (): void => undefined;

/**
 * Stands for every Python class, function and object that is no tensor: it can be called, constructed, filled and given
 * a state, and none of that has any effect. So nothing a checkpoint names is ever executed.
 */
export const inert: unknown = Object.freeze(
  Object.assign(
    function inertValue(): unknown {
      return inert;
    },
    { set: ignore, add: ignore, push: ignore, __setstate__: ignore, __setnewargs_ex__: ignore },
  ),
);
