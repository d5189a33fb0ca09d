/**
 * Gives the rows that fit a header their numbers. Rejected records are counted with the blank lines before them and the others without,
 * so a row comes after as many rejected ones as are below it when both are counted so.
 */
export class RowNumbers {
  #fitting = 1;
  #passed = 0;
  readonly #before: number[] = [];

  /** Takes in a rejected record by its number. */
  reject(record: number): void {
    this.#before.push(record - (this.#before.length + 1));
  }

  /** The number of the next row that fits. */
  next(): number {
    this.#fitting += 1;
    while (this.#passed < this.#before.length && this.#before[this.#passed]! < this.#fitting) this.#passed += 1;
    return this.#fitting + this.#passed;
  }
}
