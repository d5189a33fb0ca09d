import { writeFileSync } from "node:fs";
import path from "node:path";
import { dateText, FIRST_DAY } from "./calendar.ts";
import { Random } from "./random.ts";

/** The partner that still sends an old list, and the name of the list. */
export const REFUSED = { partner: "brightwater-outreach", file: "enrollments-old-list.csv" } as const;

/** Writes a small list as nobody should send it, with invented Social Security numbers and e-mail addresses; the run must refuse it. */
export function writeRefusedList(folder: string, seed: number): { rows: number; bytes: number } {
  const random = new Random(seed, 14);
  const rows = 40;
  const lines = Array.from({ length: rows }, (_, at) => listLine(at, random));
  const text = ["ssn;email;program;start_date", ...lines, ""].join("\n");
  writeFileSync(path.join(folder, REFUSED.file), text);
  return { rows, bytes: text.length };
}

/** Area numbers from 750 to 770 were never given out before 2011, and example.org belongs to nobody. */
function listLine(at: number, random: Random): string {
  const ssn = `${random.integer(750, 770)}-${random.integer(10, 99)}-${random.integer(1000, 9999)}`;
  const email = `client${at + 1}.${random.integer(10, 99)}@example.org`;
  return [ssn, email, "street-outreach", dateText(FIRST_DAY + random.integer(-300, -1), "YYYY-MM-DD")].join(";");
}
