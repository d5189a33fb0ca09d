/** Small letters as DuckDB's `lower` makes them: each character by itself, so a final sigma is like any other. */
export function lower(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  let small = "";
  for (const character of text) small += character === "İ" ? "i" : character.toLowerCase();
  return small;
}

const PLAIN = /^\p{ASCII}*$/u;
