/** Thrown for what only the pipeline reads; `what` says what it is, in words. */
export class NotReadHere extends Error {
  readonly what: string;
  constructor(what: string) {
    super(`not read here: ${what}`);
    this.what = what;
  }
}
