/** The pattern of a regular expression that finds a text as it stands. */
export const literalPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
