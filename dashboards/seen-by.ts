import type { Publication, PublishedCycle } from "../models/published.ts";
import type { Audience } from "./audience.ts";

type Agency = Extract<Audience, { kind: "agency" }>;

const OTHER = "Another partner";

/** The texts of a network's cycle are published as they stand; one that names another partner is not for this one. */
function isForAgency({ agency, ...cycle }: PublishedCycle, { partner }: Agency, others: readonly string[]): boolean {
  if (agency === partner) return true;
  const texts = [cycle.title, cycle.happened, cycle.went_well, cycle.went_badly, cycle.next];
  return agency === "network" && !texts.some((text) => others.some((name) => text.includes(name)));
}

function withoutOthers(publication: Publication, agency: Agency): Publication {
  const own = <Row extends { partner_id: string }>(rows: readonly Row[]) =>
    rows.filter(({ partner_id }) => partner_id === agency.partner);
  const unnamed = <Row extends { partner_id: string; name: string }>(rows: readonly Row[]) =>
    rows.map((row) => (row.partner_id === agency.partner ? row : { ...row, name: OTHER }));
  const { partner, program, aggregate_partner, aggregate_cell, cycle, contract, contract_rate } = publication;
  const others = [...partner, ...aggregate_partner].filter(({ partner_id }) => partner_id !== agency.partner);
  const contracts = own(contract);
  return {
    ...publication,
    partner: unnamed(partner),
    program: unnamed(program),
    aggregate_partner: own(aggregate_partner),
    aggregate_cell: own(aggregate_cell),
    cycle: cycle.filter((one) =>
      isForAgency(
        one,
        agency,
        others.map(({ name }) => name),
      ),
    ),
    contract: contracts,
    contract_rate: contract_rate.filter((rate) => contracts.some(({ contract: id }) => id === rate.contract)),
  };
}

/** A publication as an audience sees it: a partner sees the names, texts and totals of no other. */
export const seenBy = (audience: Audience, publication: Publication): Publication =>
  audience.kind === "agency" ? withoutOthers(publication, audience) : publication;
