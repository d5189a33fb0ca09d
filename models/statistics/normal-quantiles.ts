/** Standard normal quantile of a two-sided 95 % interval. */
export const Z_95 = 1.959963984540054;

/** Standard normal quantile of a two-sided 99.8 % interval. */
export const Z_998 = 3.090232306167813;
