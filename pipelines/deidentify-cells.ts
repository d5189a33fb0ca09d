import { TOKEN_PATTERN } from "../models/contract/field.ts";
import { ageOn } from "./deidentify/age.ts";
import { feedDay } from "./deidentify/feed-day.ts";
import type { PartnerKey } from "./deidentify/key.ts";
import { tokenMaker } from "./deidentify/token.ts";
import type { MadeAge, Plan } from "./deidentify-plan.ts";
import { firstForm } from "./screen/first-form.ts";
import { valueForms } from "./screen/value-forms.ts";
import { zipArea } from "./zip-area.ts";

/** Makes the token of an id, by what it is an id of. */
export type Tokens = (of: string, id: string) => string;

/** The keys tokens are made with. */
export interface TokenKeys {
  key: Pick<PartnerKey, "key" | "keyId">;
  /** The key that partners who link people share; without it no linkage token is made. */
  linkage?: Pick<PartnerKey, "key" | "keyId">;
}

/** Tokens of a partner's ids; those that link people are of the identity, however it is written. */
export function tokensOf({ key, linkage }: TokenKeys): Tokens {
  const own = tokenMaker(key.key, key.keyId);
  const shared = linkage && tokenMaker(linkage.key, linkage.keyId);
  // One identity is written in many ways, and has to come out the same at every partner.
  const same = (id: string) =>
    id
      .normalize("NFKD")
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, "");
  return (of, id) => (of === "linkage" ? shared!(of, same(id)) : own(of, id));
}

const TOKEN = new RegExp(`^${TOKEN_PATTERN}$`);

/** A cell as it leaves. A column whose cell is left empty because it would refuse its file is counted among the strays. */
export function cellOf(
  plan: Exclude<Plan, { as: "dropped" }>,
  cell: string,
  tokens: Tokens,
  strays: Map<string, number>,
): string {
  if (cell === "") return "";
  if (plan.as === "marked") return "1";
  if (plan.as === "emptied") return "";
  if (plan.as === "token") return TOKEN.test(cell) ? cell : tokens(plan.of, cell);
  if (plan.as === "area") return zipArea(cell);
  if (plan.as === "age" && /^(?:9[1-9]|1[0-2][0-9])$/.test(cell)) return "90";
  if (!identifiesAlone(cell)) return cell;
  strays.set(plan.column, (strays.get(plan.column) ?? 0) + 1);
  return "";
}

const ONE_OF_MANY = { rows: 1, filled: 1e6, distinct: 1e6, numbers: 1e6, long_numbers: 1e6, vehicle_numbers: 1e6 };

/** Whether one such cell among thousands refuses its file. */
export function identifiesAlone(cell: string): boolean {
  const form = firstForm(cell);
  return form !== null && valueForms[form]!.refused(ONE_OF_MANY);
}

/** An age of one record; empty without a date of birth or the day. */
export function madeAge({ born, on, dates }: MadeAge, plans: readonly Plan[], cells: readonly string[]): string {
  const day = (column: string) => feedDay(cells[plans.findIndex((plan) => plan.column === column)] ?? "", dates);
  return ageOn(day(born), day(on));
}
