/**
 * The first three digits of ZIP codes by state, as ranges with both ends in: the Postal Service's prefixes, as they have long stood.
 * Written down on 22 November 2026; they tell five digits of a place from five digits of anything else and decide nothing more.
 */
const PREFIXES: Readonly<Record<string, string>> = {
  AL: "350-369",
  AK: "995-999",
  AZ: "850-865",
  AR: "716-729",
  CA: "900-961",
  CO: "800-816",
  CT: "060-069",
  DE: "197-199",
  DC: "200-205",
  FL: "320-349",
  GA: "300-319 398-399",
  HI: "967-968",
  ID: "832-838",
  IL: "600-629",
  IN: "460-479",
  IA: "500-528",
  KS: "660-679",
  KY: "400-427",
  LA: "700-714",
  ME: "039-049",
  MD: "206-219",
  MA: "010-027",
  MI: "480-499",
  MN: "550-567",
  MS: "386-397",
  MO: "630-658",
  MT: "590-599",
  NE: "680-693",
  NV: "889-898",
  NH: "030-038",
  NJ: "070-089",
  NM: "870-884",
  NY: "005-005 100-149",
  NC: "270-289",
  ND: "580-588",
  OH: "430-459",
  OK: "730-749",
  OR: "970-979",
  PA: "150-196",
  PR: "006-007 009-009",
  RI: "028-029",
  SC: "290-299",
  SD: "570-577",
  TN: "370-385",
  TX: "750-799 885-885",
  UT: "840-847",
  VT: "050-059",
  VA: "201-201 220-246",
  WA: "980-994",
  WV: "247-268",
  WI: "530-549",
  WY: "820-831",
};

/** Whether three digits begin the ZIP codes of a state, such as `381` of `TN`. */
export const isPrefixOf = (prefix: string, state: string): boolean =>
  (PREFIXES[state] ?? "").split(" ").some((range) => {
    const [first, last] = range.split("-");
    return first !== undefined && last !== undefined && first <= prefix && prefix <= last;
  });

/**
 * Prefixes whose ZIP codes together had 20,000 people or fewer in the 2000 census: Safe Harbor sends 000 in their place.
 * Department of Health and Human Services, guidance on 45 CFR 164.514(b)(2)(i)(B), 26 November 2012, which names these 17.
 */
export const RESTRICTED_PREFIXES: ReadonlySet<string> = new Set(
  "036 059 063 102 203 556 692 790 821 823 830 831 878 879 884 890 893".split(" "),
);
