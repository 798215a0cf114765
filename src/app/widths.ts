/** Windows with room for the rail beside the paper and for contributions beside cases. */
export const WIDE = '(min-width: 1200px)';
/** Windows as narrow as a phone's, as in phone.css. */
export const PHONE = '(max-width: 699px)';
