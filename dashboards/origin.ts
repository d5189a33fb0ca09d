import type { PublishedPartner } from "../models/published.ts";
import type { FigureRequest } from "./figure-request.ts";
import type { Lookup } from "./lookup.ts";
import { countWords, listWords } from "./sentences/numbers.ts";

/**
 * The partners with data for a measure, or for one series of it, in alphabetical order; for one that is of the whole network alone,
 * those that sent any file.
 */
function contributors(measure: string, series: string, lookup: Lookup): PublishedPartner[] {
  const ids = lookup.collectors(measure, series);
  const partners = lookup.members("partner").map(({ id }) => lookup.partner(id));
  return partners.filter(({ partner_id, files }) => (ids === null ? files > 0 : ids.has(partner_id)));
}

const filesWords = (partners: readonly PublishedPartner[]) => {
  const files = partners.reduce((sum, partner) => sum + partner.files, 0);
  return files === 1 ? "1 file" : `${countWords(files)} files`;
};

/** `16 of 18 partners reported, 43 files`: what the release was made from. */
export function coverageWords(lookup: Lookup): string {
  const partners = lookup.publication.partner;
  const reported = partners.filter((partner) => partner.files > 0).length;
  return `${reported} of ${partners.length} partners reported, ${filesWords(partners)}`;
}

/** Whose data is in one figure: `from 5 of 14 partners, 57 files`, or the one partner's name. */
export function originWords(request: FigureRequest, lookup: Lookup): string {
  const all = lookup.publication.partner.length;
  const within = contributors(request.measure, request.series, lookup);
  const network = `${within.length} of ${all} partners`;
  const one = request.slice === "partner" && request.member !== "each" ? request.member : request.within;
  const own = lookup.publication.partner.find((partner) => partner.partner_id === one);
  if (own === undefined || request.member === "each") return `from ${network}, ${filesWords(within)}`;
  const beside = request.against === "network" ? `; the network is ${network}` : "";
  return `from ${own.name}, ${filesWords([own])}${beside}`;
}

/** Which partners a measure's figures speak of, by name. */
export function originSentence(measure: string, lookup: Lookup): string {
  if (lookup.audience.kind === "agency") throw new Error(`partners are not named to one of them: ${measure}`);
  const within = contributors(measure, "all", lookup);
  const names = (partners: readonly PublishedPartner[]) => listWords(partners.map(({ name }) => name));
  const others = lookup.publication.partner.filter((partner) => !within.includes(partner));
  if (others.length === 0) {
    return within.length === 1
      ? "These figures use data from the network's one partner."
      : `These figures use data from all ${within.length} partners.`;
  }
  const all = lookup.publication.partner.length;
  const why = "which does not collect this or has sent no file of it that could be used";
  if (others.length <= 2)
    return `These figures use data from ${within.length} of ${all} partners: all but ${names(others)}, ${others.length === 1 ? why : why.replace("which does", "which do").replace("has sent", "have sent")}.`;
  return `These figures use data from ${within.length} of ${all} partners: ${names(within)}. The others do not collect this, or have sent no file of it that could be used.`;
}
