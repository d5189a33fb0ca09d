/** Where a person lived on leaving, as HUD groups destinations. */
export type DestinationGroup = "permanent" | "temporary" | "institution" | "homeless" | "other" | "unknown";

/**
 * Destination codes of HUD's FY2022 HMIS data standards (element 3.12) with the group each is in.
 * Codes: HMIS Data Dictionary FY2022, as in greenriver/hmis-warehouse lib/data/2022_hud_lists.json (list 3.12.1).
 * Groups: FY2022 APR question 23c; the homeless situations are those of FY2024 (codes 116, 101, 118), which the APR of 2022 counts as temporary.
 */
export const hudDestinations2022: Readonly<Record<string, { title: string; group: DestinationGroup }>> = {
  1: { title: "Emergency shelter, including hotel or motel paid for with a voucher", group: "homeless" },
  2: { title: "Transitional housing for homeless persons", group: "temporary" },
  3: { title: "Permanent housing (other than RRH) for formerly homeless persons", group: "permanent" },
  4: { title: "Psychiatric hospital or other psychiatric facility", group: "institution" },
  5: { title: "Substance abuse treatment facility or detox center", group: "institution" },
  6: { title: "Hospital or other residential non-psychiatric medical facility", group: "institution" },
  7: { title: "Jail, prison or juvenile detention facility", group: "institution" },
  8: { title: "Client doesn't know", group: "unknown" },
  9: { title: "Client refused", group: "unknown" },
  10: { title: "Rental by client, no ongoing housing subsidy", group: "permanent" },
  11: { title: "Owned by client, no ongoing housing subsidy", group: "permanent" },
  12: { title: "Staying or living with family, temporary tenure", group: "temporary" },
  13: { title: "Staying or living with friends, temporary tenure", group: "temporary" },
  14: { title: "Hotel or motel paid for without emergency shelter voucher", group: "temporary" },
  15: { title: "Foster care home or foster care group home", group: "institution" },
  16: { title: "Place not meant for habitation", group: "homeless" },
  17: { title: "Other", group: "other" },
  18: { title: "Safe Haven", group: "homeless" },
  19: { title: "Rental by client, with VASH housing subsidy", group: "permanent" },
  20: { title: "Rental by client, with other ongoing housing subsidy", group: "permanent" },
  21: { title: "Owned by client, with ongoing housing subsidy", group: "permanent" },
  22: { title: "Staying or living with family, permanent tenure", group: "permanent" },
  23: { title: "Staying or living with friends, permanent tenure", group: "permanent" },
  24: { title: "Deceased", group: "other" },
  25: { title: "Long-term care facility or nursing home", group: "institution" },
  26: { title: "Moved from one HOPWA funded project to HOPWA PH", group: "permanent" },
  27: { title: "Moved from one HOPWA funded project to HOPWA TH", group: "temporary" },
  28: { title: "Rental by client, with GPD TIP housing subsidy", group: "permanent" },
  29: { title: "Residential project or halfway house with no homeless criteria", group: "temporary" },
  30: { title: "No exit interview completed", group: "unknown" },
  31: { title: "Rental by client, with RRH or equivalent subsidy", group: "permanent" },
  32: { title: "Host home (non-crisis)", group: "temporary" },
  33: { title: "Rental by client, with HCV voucher (tenant or project based)", group: "permanent" },
  34: { title: "Rental by client in a public housing unit", group: "permanent" },
  99: { title: "Data not collected", group: "unknown" },
};
