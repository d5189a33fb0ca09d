/** A share in percent, to a tenth when it is small. */
export const percent = (share: number) => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
