/** Whether a file name fits a pattern in which `*` stands for any characters; letters of either case are the same. Takes no longer for many stars. */
export function matchesPattern(name: string, pattern: string): boolean {
  const [text, wanted] = [name.toLowerCase(), pattern.toLowerCase()];
  let [at, of] = [0, 0];
  let [star, from] = [-1, 0];
  while (at < text.length) {
    if (wanted[of] === "*") {
      star = of++;
      from = at;
    } else if (wanted[of] === text[at]) {
      at++;
      of++;
    } else if (star >= 0) {
      of = star + 1;
      at = ++from;
    } else return false;
  }
  while (wanted[of] === "*") of++;
  return of === wanted.length;
}
