import { rowFaults } from "../contract/reason.ts";
import { instruments } from "../instruments/catalogue.ts";
import type { Check } from "./check.ts";

const asked = instruments
  .map(
    ({ id, domains }) =>
      `(r.instrument = '${id}' and r.domain in (${domains.map((domain) => `'${domain}'`).join(", ")}))`,
  )
  .join(" or ");

export const knownDomain: Check = {
  id: "unknown_domain",
  says: rowFaults.unknown_domain!,
  column: "domain",
  records: ["assessment_score"],
  broken: () => `not (${asked})`,
};
