import type { FunnelPlace } from "../../models/statistics/funnel-limits.ts";
import { countWords, listWords } from "./numbers.ts";

/** What a comparison of like units found: `unit` is `programs`, `group` `programs of Tier 1`, `from` what they are said to differ from. */
export interface FunnelFinding {
  subject: string;
  unit: string;
  group: string;
  from: string;
  widened: boolean;
  /** Those without a name are counted and not named. */
  units: readonly { name: string; place: FunnelPlace; isNamed: boolean }[];
}

/** Fewest units with a shown share that are drawn together. */
export const LEAST_UNITS = 5;

/** What stands in place of a picture of groups that are too small, by their words. */
export const tooFewSentence = (subject: string, groups: readonly string[]) =>
  `${subject}: not drawn beside each other, because fewer than ${LEAST_UNITS} have a share that is shown: ${listNames(groups)}`;

/** What stands in place of a picture where no unit has another like it: `among` as in `partners of one kind`. */
export const aloneSentence = (subject: string, among: string) =>
  `${subject}: nothing to compare, because no two ${among} have figures of it`;

/** A name with a comma of its own, closed by another within a sentence. */
const named = (group: string) => (group.includes(",") ? `${group},` : group);

const outside = ({ units }: FunnelFinding) => units.filter(({ place }) => place !== "within").length;

/** The finding: how many differ by more than chance, or than is usual among them. */
export function funnelHeadline(finding: FunnelFinding): string {
  const { subject, group, from, widened, units } = finding;
  const [out, all] = [outside(finding), units.length];
  const differ = `differ from ${from} no more than chance would make them`;
  if (widened) {
    const apart = out === 0 ? "none lies apart from the rest" : `${out} of ${all} ${out === 1 ? "lies" : "lie"} apart`;
    return `${subject}: ${named(group)} differ by more than chance alone, and ${apart}`;
  }
  if (out === 0) return `${subject}: all ${all} ${named(group)} ${differ}`;
  if (out * 2 < all) return `${subject}: most ${named(group)} ${differ}`;
  return `${subject}: ${all - out} of ${all} ${named(group)} ${differ}`;
}

/** How the lines are to be read. */
export function limitsSentence({ unit, widened }: FunnelFinding): string {
  const lie = "about 95 of 100 marks would lie between the dashed lines, and nearly all between the dotted ones.";
  if (!widened) return `By chance alone, ${lie}`;
  return `The lines are set wider than chance alone would set them, by as much as these ${unit} differ. So ${lie}`;
}

const places: readonly [FunnelPlace, string][] = [
  ["above 99.8", "Above the 99.8% limits"],
  ["above 95", "Above the 95% limits"],
  ["below 95", "Below the 95% limits"],
  ["below 99.8", "Below the 99.8% limits"],
];

/** What stands in place of a picture where a partner has nothing to lay beside that of others: `unit` is `programs` or `partners`. */
export const noneOfYoursSentence = (subject: string, unit: string) =>
  `${subject}: nothing to compare, because ${unit === "partners" ? "you have no figures of it, or no other partner of your kind has" : "none of your programs has figures of it beside another of its tier"}`;

/** Who lies outside the limits, by name in the order of the alphabet; of those without a name how many. */
export function outsideSentences(finding: FunnelFinding): string[] {
  const { units, unit } = finding;
  const named = places.flatMap(([place, words]) => {
    const there = units.filter((one) => one.place === place);
    const names = there.filter(({ isNamed }) => isNamed).map(({ name }) => name);
    const others = there.length - names.length;
    const all = others === 0 ? names : [...names, `${countWords(others)} ${others === 1 ? "other" : "others"}`];
    return all.length === 0 ? [] : [`${words}: ${listNames(all)}.`];
  });
  const chance =
    units.length < 20 ? [] : [`Of ${countWords(units.length)} ${unit}, about one in 20 lies outside by chance.`];
  return [...named, ...(named.length > 0 ? chance : [])];
}

/** Names as in speech, with semicolons where they have commas of their own. */
const listNames = (names: readonly string[]) =>
  names.some((name) => name.includes(",")) ? names.join("; ") : listWords(names);

/** What a mark outside the lines is not. */
export const lookSentence = (unit: string) =>
  `A mark outside the lines is a reason to look, not a judgment. People come to ${unit} in different situations, and these shares are not adjusted for that.`;

/** Where a unit lies, in the words of a table. */
export function placeWords(place: FunnelPlace): string {
  if (place === "within") return "within the limits";
  const [side, limits] = place.split(" ");
  return `${side} the ${limits}% limits`;
}

/** How the share drawn toward all is to be read. */
export const drawnSentence = (unit: string, alike: boolean) =>
  alike
    ? `The table also has the best estimate of each share. As these ${unit} differ no more than chance, it is the share of all of them.`
    : `The table also has each share drawn toward that of all ${unit} here: the fewer people it rests on, the more.`;
