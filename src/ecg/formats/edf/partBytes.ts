/** How many bytes of a file are held at once, of a recording as long as it may be. */
export const PART_BYTES = 2 ** 22;
