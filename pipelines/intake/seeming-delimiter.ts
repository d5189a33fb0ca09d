import { seemingDelimiterIn, separatorIn } from "./delimiter-in-text.ts";
import { beginning } from "./header.ts";

/** The delimiter with which a file's header has more of the columns looked for than with the agreed one; null when there is none. */
export const seemingDelimiter = (file: string, agreed: string, columns: ReadonlySet<string>): string | null =>
  seemingDelimiterIn(beginning(file), agreed, columns);

/** What the line that spreadsheets write before the header (`sep=;`) says separates the cells; null when the file has no such line. */
export const separatorLine = (file: string): string | null => separatorIn(beginning(file));
