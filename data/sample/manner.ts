/** How a partner's computer and its staff write files, beyond what its YAML says. */
export interface Manner {
  lineEnd?: "\r\n";
  byteOrderMark?: true;
  /** Every cell in quotation marks, needed or not. */
  quotesAll?: true;
  /** Share of code words typed with stray spaces or other capitals. */
  untidy?: number;
  yesNo?: readonly [yes: string, no: string];
  /** What stands in the columns that the network has agreed to leave out. */
  fillers?: Readonly<Record<string, readonly string[]>>;
  /** What stands above the header of a sheet, by file. */
  titles?: Readonly<Record<string, string>>;
  /** A file whose dates came out in another format than agreed, so that the whole file has to be stopped. */
  brokenFile?: string;
}

/** The manner of every partner that has one, by partner id. */
export const manners: Readonly<Record<string, Manner>> = {
  "riverbend-hub": { fillers: { export_batch: ["nightly", "manual"] } },
  "northgate-hub": {
    byteOrderMark: true,
    quotesAll: true,
    untidy: 0.05,
    yesNo: ["Yes", "No"],
    fillers: { "Record Status": ["Current", "Archived; read only"] },
  },
  "southfield-hub": {
    lineEnd: "\r\n",
    untidy: 0.03,
    yesNo: ["Y", "N"],
    fillers: { Site: ["Main – east wing", "Annex"] },
  },
  "lanternway-line": {
    untidy: 0.02,
    yesNo: ["true", "false"],
    fillers: { queue: ["day", "night", "weekend, holiday"] },
  },
  "millrace-workforce": { lineEnd: "\r\n", yesNo: ["1", "0"], fillers: { WIB_REGION: ["R11", "R12"] } },
  "oakrow-learning": { untidy: 0.04, yesNo: ["Y", "N"], fillers: { Salón: ["A", "B", "Salón “Norte”"] } },
  "stonebridge-housing": {
    lineEnd: "\r\n",
    yesNo: ["Yes", "No"],
    fillers: { "Funding Stream": ["ESG", "CoC", "Local, other"] },
  },
  "fernhill-family-center": { untidy: 0.03, yesNo: ["y", "n"], fillers: { Room: ["Café", "Garden", "Étage 2"] } },
  "plainview-legal-aid": { quotesAll: true, yesNo: ["Yes", "No"] },
  "harvest-lane-pantry": {
    titles: { "cards.xlsx": "Cards of the pantry, all years" },
    untidy: 0.1,
    fillers: { Shelf: ["dry", "cold\nchain", "fresh"] },
  },
  "cedar-court-clinic": { lineEnd: "\r\n", yesNo: ["YES", "NO"], fillers: { VISIT_CLASS: ["NEW", "RETURN"] } },
  "openroad-transit": {
    untidy: 0.02,
    fillers: { Vehicle: ["van", "bus pass", "ride share"] },
    brokenFile: "rides-2025.csv",
  },
  "brightwater-outreach": { yesNo: ["yes", "no"] },
  "keystone-benefits": { lineEnd: "\r\n", yesNo: ["Y", "N"], fillers: { OFFICE_CD: ["01", "02", "07"] } },
};
