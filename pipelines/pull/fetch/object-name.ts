const LONGEST = 200;
const UNSAFE = /[/\\]|^[A-Za-z]:|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|^[.\s-]|[\s.]$/u;

/** Whether a name that a source gives is that of a plain file, which leads nowhere else and hides from nobody. */
export const isPlainName = (name: string): boolean =>
  name.length > 0 && Buffer.byteLength(name) <= LONGEST && !UNSAFE.test(name) && !/%2f|%5c|%00/i.test(name);
