import type { Entries } from "./entry.ts";

/** What identifies people: nothing of such a file is kept. */
export interface IdentifierFacts {
  "identifier-column": { file: string; column: string; identifier: string };
  "identifier-values": { file: string; column: string; identifier: string; rows: number };
  "identifier-in-misfits": { file: string; identifier: string; rows: number };
  "identifying-file-name": { file: string; identifier: string };
  "unhashed-export": { file: string; column: string };
  "bare-participants": { file: string; column: string; rows: number };
}

export const identifiersFindings: Entries<IdentifierFacts> = {
  "identifier-column": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: the column "${f.column}" is for ${f.identifier}, which identifies people.`,
      "Nothing of the file was kept. Leave such columns out (npm run deidentify does it for HMIS exports) and send the file again.",
    ],
  },
  "identifier-values": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: the column "${f.column}" holds what looks like ${f.identifier} in ${f.rows} row${f.rows === 1 ? "" : "s"}.`,
      "Nothing of the file was kept. Take such values out and send the file again.",
    ],
  },
  "identifier-in-misfits": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: ${f.rows} ${f.rows === 1 ? "row that does not fit the header holds" : "rows that do not fit the header hold"} what looks like ${f.identifier}.`,
      "Nothing of the file was kept. Take such values out, mend the rows and send the file again.",
    ],
  },
  "identifying-file-name": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: a file is called so here because its own name holds what looks like ${f.identifier}.`,
      "Nothing of the file was kept. Give it a name that says nothing about a person and send it again; sha256sum tells which file it is.",
    ],
  },
  "unhashed-export": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: "${f.column}" says that the export is not hashed or only hashed, which is not de-identified.`,
      "Nothing of the export was kept. Run npm run deidentify on it and send what that writes.",
    ],
  },
  "bare-participants": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: the column "${f.column}" holds participants' own numbers in ${f.rows} row${f.rows === 1 ? "" : "s"}, where keyed tokens belong.`,
      "Nothing of the file was kept. Put a keyed token in the place of each number (npm run deidentify makes them) and send the file again.",
    ],
  },
};
