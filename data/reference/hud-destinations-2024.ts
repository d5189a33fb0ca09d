import type { DestinationGroup } from "./hud-destinations-2022.ts";

/**
 * Destination codes of HUD's data standards from FY2024 on (element 3.12), the same in FY2026, with the group each is in.
 * Codes: HMIS Data Dictionaries FY2024 and FY2026, as in greenriver/hmis-warehouse lib/data/2024_hud_lists.json and
 * 2026_hud_lists.json (list 3.12). The first digit is HUD's own group: 1 homeless, 2 institution, 3 temporary, 4 permanent.
 */
export const hudDestinations2024: Readonly<Record<string, { title: string; group: DestinationGroup }>> = {
  8: { title: "Client doesn't know", group: "unknown" },
  9: { title: "Client prefers not to answer", group: "unknown" },
  17: { title: "Other", group: "other" },
  24: { title: "Deceased", group: "other" },
  30: { title: "No exit interview completed", group: "unknown" },
  99: { title: "Data not collected", group: "unknown" },
  101: { title: "Emergency shelter, including hotel or motel paid for with a voucher", group: "homeless" },
  116: { title: "Place not meant for habitation", group: "homeless" },
  118: { title: "Safe Haven", group: "homeless" },
  204: { title: "Psychiatric hospital or other psychiatric facility", group: "institution" },
  205: { title: "Substance abuse treatment facility or detox center", group: "institution" },
  206: { title: "Hospital or other residential non-psychiatric medical facility", group: "institution" },
  207: { title: "Jail, prison or juvenile detention facility", group: "institution" },
  215: { title: "Foster care home or foster care group home", group: "institution" },
  225: { title: "Long-term care facility or nursing home", group: "institution" },
  302: { title: "Transitional housing for homeless persons", group: "temporary" },
  312: { title: "Staying or living with family, temporary tenure", group: "temporary" },
  313: { title: "Staying or living with friends, temporary tenure", group: "temporary" },
  314: { title: "Hotel or motel paid for without emergency shelter voucher", group: "temporary" },
  327: { title: "Moved from one HOPWA funded project to HOPWA TH", group: "temporary" },
  329: { title: "Residential project or halfway house with no homeless criteria", group: "temporary" },
  332: { title: "Host home (non-crisis)", group: "temporary" },
  410: { title: "Rental by client, no ongoing housing subsidy", group: "permanent" },
  411: { title: "Owned by client, no ongoing housing subsidy", group: "permanent" },
  421: { title: "Owned by client, with ongoing housing subsidy", group: "permanent" },
  422: { title: "Staying or living with family, permanent tenure", group: "permanent" },
  423: { title: "Staying or living with friends, permanent tenure", group: "permanent" },
  426: { title: "Moved from one HOPWA funded project to HOPWA PH", group: "permanent" },
  435: { title: "Rental by client, with ongoing housing subsidy", group: "permanent" },
};
