import type { Found } from "./failure.ts";

const STATUSES = "withheld|too_few_to_rate|not_collected|not_applicable|not_yet_settled";

/** A cell of a table whose class is a status: its class, what else it has, and what it says. */
const CELL = new RegExp(`<td class="(${STATUSES})"([^>]*)>([^<]*)<`, "g");

/** Words that stand in a table in place of a number have no number in them, but for the days of what is not yet settled. */
const saysNumber = (words: string) => /\d/.test(words);

/** Places of a page that readers do not see and where a number could stand: other attributes, titles, comments. */
const HIDDEN = /<!--|\s(?:title|alt|data-[\w-]+)="|<(?:title|desc|metadata)[\s>]/;

const script = /<script[\s\S]*?<\/script>/g;

/** What a page says of numbers where it says that there is none, and places where one could hide. */
export function checkPage(html: string): Found[] {
  const visible = html.replace(script, "").replace(/<title>[^<]*<\/title>/, "");
  const found = new Set<Found>();
  for (const [, , more = "", words = ""] of visible.matchAll(CELL)) {
    if (more.trim() !== "") found.add("attribute");
    if (saysNumber(words)) found.add("withheld");
  }
  if (HIDDEN.test(visible)) found.add("attribute");
  return [...found];
}

const LINK = /(?:href|src)="([^"]*)"/g;

/** Whether every link of a page leads to a file of its own site. */
export function staysWithin(html: string, path: string, files: ReadonlySet<string>): boolean {
  const folder = path.split("/").slice(0, -1);
  return [...html.replace(script, "").matchAll(LINK)].every(([, href = ""]) => {
    const [target = ""] = href.split("#");
    if (target === "") return true;
    const way = [...folder];
    for (const step of decodeURI(target).split("/")) {
      if (step === "..") {
        if (way.pop() === undefined) return false;
      } else if (step !== ".") way.push(step);
    }
    return files.has(way.join("/"));
  });
}
