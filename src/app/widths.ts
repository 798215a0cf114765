/** Windows with room for the rail beside the paper and for contributions beside cases. */
export const WIDE = '(min-width: 1200px)';
