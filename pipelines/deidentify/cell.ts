import { dayOf } from "./age.ts";
import type { Treatment } from "./columns.ts";

/** HMIS codes, counts and amounts; states, CoC codes (`XX-500`) and VAMC stations (`528A5`). Nine digits are not among them. */
const CODE = /^(?:-?\d{1,6}(?:\.\d{1,4})?|[A-Z]{2}|[A-Z]{2}-\d{3}[A-Za-z]?|\d{3}[A-Z0-9]{1,3})$/;
const VERSION = /^(?:FY ?)?\d{4}(?: v\d{1,2}(?:\.\d{1,2})?)?$/;
const ID = /^[A-Za-z0-9][A-Za-z0-9_.{}-]{0,63}$/;

/** A cell as it leaves, or null when it is not what its column may hold. Days lose their time. */
export function cellText(
  cell: string,
  treatment: Treatment,
  token: (kind: string, id: string) => string,
): string | null {
  if (cell === "") return "";
  switch (treatment.as) {
    case "token":
      return token(treatment.of, cell);
    case "id":
      return ID.test(cell) ? cell : null;
    case "version":
      return VERSION.test(cell) ? cell : null;
    case "code":
      return CODE.test(cell) ? cell : dayOf(cell);
    case "dropped":
      return null;
  }
}
