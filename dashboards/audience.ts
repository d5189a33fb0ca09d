import type { FigureKey, Publication } from "../models/published.ts";

/** Whom a site is for. Each has a site of its own, made from the same published rows. */
export type Audience =
  | { kind: "staff" }
  | { kind: "funders" }
  /** One partner of the network; `programs` are its own. */
  | { kind: "agency"; partner: string; name: string; sends: "records" | "totals"; programs: readonly string[] };

export type AudienceKind = Audience["kind"];

/** Every audience of a publication: the staff, the funders, and each partner that sends rows or totals. */
export function audiencesOf({ partner, program, aggregate_partner }: Publication): Audience[] {
  const programsOf = (id: string) => program.filter((one) => one.partner_id === id).map(({ program_id }) => program_id);
  const agency = (sends: "records" | "totals") => (one: { partner_id: string; name: string }) => ({
    ...{ kind: "agency" as const, partner: one.partner_id, name: one.name, sends },
    programs: programsOf(one.partner_id),
  });
  return [
    { kind: "staff" },
    { kind: "funders" },
    ...partner.map(agency("records")),
    ...aggregate_partner.map(agency("totals")),
  ];
}

/** The folder of an audience's site among all of them. */
export const folderOf = (audience: Audience): string =>
  audience.kind === "agency" ? `agency/${audience.partner}` : audience.kind;

/** `staff edition`: whose site a page is of, beside the network's name. */
export function editionWords(audience: Audience): string {
  return audience.kind === "agency" ? `edition for ${audience.name}` : `${audience.kind} edition`;
}

/** Whether an audience's pages may print a row: funders none of a single partner or program, a partner none of another's. */
export function mayPrint(audience: Audience, { slice, member }: Pick<FigureKey, "slice" | "member">): boolean {
  if (slice !== "partner" && slice !== "program") return true;
  if (audience.kind !== "agency") return audience.kind === "staff";
  return slice === "partner" ? member === audience.partner : audience.programs.includes(member);
}
