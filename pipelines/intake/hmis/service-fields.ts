import type { Reading } from "./select-record.ts";

/** Case management in the service lists of PATH (P1), HOPWA (W1) and SSVF (V2), by RecordType and TypeProvided. */
const COORDINATION = [
  ["141", "6"],
  ["143", "2"],
  ["144", "2"],
] as const;

const coordination = COORDINATION.map(
  ([list, type]) => `("RecordType" = '${list}' and "TypeProvided" = '${type}')`,
).join(" or ");

/** Healthcare navigation (code 10), which FY2026 added to the services of SSVF. */
const navigation = `"RecordType" = '144' and "TypeProvided" = '10'`;

/** HOPWA (151) and SSVF (152) financial assistance; every other service of the program lists is `other`. */
const type = `case when "RecordType" in ('151', '152') then 'financial' when ${coordination} then 'coordination'
  when ${navigation} then 'navigation' else 'other' end`;

/** Referrals (161, 162), bed nights (200) and voucher tracking (210) are not services given. */
export const isService = `coalesce("RecordType" not in ('161', '162', '200', '210'), true)`;

/** A service out of de-identified Services.csv. */
export const serviceFields: Readonly<Record<string, Reading>> = {
  service_token: { from: "ServicesID" },
  person_token: { from: "PersonalID" },
  provided_on: { from: "DateProvided" },
  type: { from: "TypeProvided", sql: type },
  cost: { from: "FAAmount" },
};
