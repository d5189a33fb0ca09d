import type { CheckAnswer, ReasonGroup } from "./check-messages.ts";

type Checked = Extract<CheckAnswer, { kind: "checked" }>;

const number = new Intl.NumberFormat("en-US");

/** An element with text or elements in it. */
export function element(tag: string, ...inside: readonly (string | Node)[]): HTMLElement {
  const made = document.createElement(tag);
  made.append(...inside);
  return made;
}

const VERDICTS: Readonly<Record<Checked["outcome"], string>> = {
  refused: "This file would be refused, and nothing of it kept.",
  stopped: "This file would be stopped, and the last good one stay in use.",
  accepted: "This file would be accepted.",
};

const GROUPS = [
  ["refused", "Refused"],
  ["stopped", "Stopped"],
  ["noted", "Notes"],
] as const;

/** What came of a file: a sentence, and one for each kind of record where it makes several. */
export function verdict({ outcome, name, records }: Checked): string {
  const counted = records.map(({ record, accepted, broken, rows }) => {
    const of = records.length > 1 ? `${record.replaceAll("_", " ")}: ` : "";
    return ` ${of}${number.format(rows)} rows read, ${number.format(accepted)} records accepted, ${number.format(broken)} rows set aside.`;
  });
  return `${name}: ${VERDICTS[outcome]}${counted.join("")}`;
}

/** What came of a file, under headings. */
export function resultOf(checked: Checked): Node[] {
  const { name, findings, groups } = checked;
  const said = GROUPS.flatMap(([outcome, title]) => {
    const own = findings.filter((finding) => finding.outcome === outcome);
    const items = own.map(({ what, advice }) =>
      element("li", what, ...(advice ? [" ", element("strong", advice)] : [])),
    );
    return own.length === 0 ? [] : [element("h3", title), element("ul", ...items)];
  });
  return [...said, ...(groups.length > 0 ? [element("h3", "Rows set aside"), rowsAside(name, groups)] : [])];
}

function rowsAside(name: string, groups: readonly ReasonGroup[]): HTMLElement {
  const several = groups.some(({ file }) => file !== name);
  const heading = (text: string) => {
    const cell = element("th", text) as HTMLTableCellElement;
    cell.scope = "col";
    return cell;
  };
  const prose = (text: string) => {
    const cell = element("td", text);
    cell.className = "prose";
    return cell;
  };
  const head = element(
    "thead",
    element("tr", ...[...(several ? ["In"] : []), "Column", "Reason", "Rows", "First rows"].map(heading)),
  );
  const body = groups.map(({ file, column, says, rows, first }) =>
    element(
      "tr",
      ...(several ? [prose(file === name ? file : file.slice(name.length + 1))] : []),
      element("td", column || "the whole row"),
      prose(says),
      element("td", number.format(rows)),
      prose(`${first.join(", ")}${rows > first.length ? ", …" : ""}`),
    ),
  );
  const caption = element(
    "caption",
    "The rest of the file loads. Rows have the numbers that a spreadsheet shows; records of JSON and Arrow count from 1.",
  );
  const scroll = element("div", element("table", caption, head, element("tbody", ...body)));
  scroll.className = "scroll";
  scroll.tabIndex = 0;
  scroll.role = "region";
  scroll.ariaLabel = "Rows set aside";
  return scroll;
}
