/** Longer cells are cut into overlapping pieces; no identifier is as long as the overlap. */
const LONGEST_PIECE = 4096;
const OVERLAP = 512;
/** Text without a digit of any script or an at sign is neither a number nor an address. */
const TELLING = /[\p{Nd}@＠﹫]/u;

/** Splits text that no row can be made of at delimiters and line ends, whatever is quoted; what it gives could identify somebody. */
export class LooseCells {
  readonly #delimiter: string;
  #open = "";
  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** The cells that end in the next part of the text. */
  add(text: string): string[] {
    const cells = `${this.#open}${text}`.replaceAll("\n", this.#delimiter).split(this.#delimiter);
    const last = pieces(cells.pop()!);
    this.#open = last.pop()!;
    return telling([...cells.flatMap(pieces), ...last]);
  }

  /** The cell with which the text ends. */
  end(): string[] {
    return telling([this.#open]);
  }
}

const telling = (cells: readonly string[]) =>
  cells.filter((cell) => TELLING.test(cell)).map((cell) => cell.replaceAll(/^[\s"]+|[\s"]+$/g, ""));

/** A cell cut into pieces, each beginning with the end of the one before. */
function pieces(cell: string): string[] {
  const cut: string[] = [];
  let at = 0;
  for (; cell.length - at > LONGEST_PIECE; at += LONGEST_PIECE - OVERLAP) cut.push(cell.slice(at, at + LONGEST_PIECE));
  return [...cut, cell.slice(at)];
}
