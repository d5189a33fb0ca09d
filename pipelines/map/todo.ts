/** How the comment on whatever is not decided begins. */
export const TODO = "# TODO";
