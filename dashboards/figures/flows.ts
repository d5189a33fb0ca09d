import type { PublishedCell } from "../../models/published.ts";
import { flowList } from "../charts/flow-list.ts";
import { type FlowRow, type Flows, fitsMatrix, flowMatrix } from "../charts/flow-matrix.ts";
import { ink, sequential } from "../charts/palette.ts";
import { countCell } from "../data-table.ts";
import { type FigureMaker, WIDE_AND_NARROW } from "../figure-content.ts";
import type { FigureRequest } from "../figure-request.ts";
import type { Lookup, Member } from "../lookup.ts";
import { flowsHeadline, flowsSentences, type ShownFlow } from "../sentences/flows.ts";
import { rangeOfN } from "../sentences/numbers.ts";
import { cohortWords } from "./cohort-words.ts";
import { firstMissing, keyOf } from "./find-rows.ts";

/** The numbers of one sender, or of all of them. */
interface Sender {
  name: string;
  cells: readonly PublishedCell[];
  all: PublishedCell;
}

/** Partners that a part of the measure is for. */
const receiversOf = ({ measure }: FigureRequest, { publication, members }: Lookup): Member[] =>
  members("partner").filter(({ id }) =>
    publication.part.some((part) => part.measure === measure && part.part === `to_${id}`),
  );

function senderAt(
  request: FigureRequest,
  { slice, member, name }: Pick<FigureRequest, "slice" | "member"> & { name: string },
  receivers: readonly Member[],
  lookup: Lookup,
): Sender[] {
  const key = { ...keyOf(request, request.series), slice, member };
  const all = lookup.cell(key, "sent");
  const cells = receivers.flatMap(({ id }) => lookup.cell(key, `to_${id}`) ?? []);
  if (all === undefined || all.status === "not_collected" || cells.length < receivers.length) return [];
  return [{ name, cells, all }];
}

const drawn = ({ name, cells, all }: Sender): FlowRow => {
  const [sum, ...each] = [all, ...cells].map((cell) => ({ value: cell.value, missing: firstMissing([cell]) }));
  return { name, cells: each, all: sum! };
};

const shownOf = ({ name, cells, all }: Sender, receivers: readonly Member[]): ShownFlow[] =>
  cells.flatMap(({ value }, i) =>
    value === null ? [] : [{ from: name, to: receivers[i]!.title, value, all: all.value }],
  );

const key = [
  { title: "Few referrals", fill: sequential[0].fill },
  { title: "Many referrals", fill: sequential[4].fill },
  { title: "Withheld", fill: ink.muted, shape: "hatch" as const },
];

/** Who sends people to whom: senders by receivers, each number of referrals in a cell. */
export const flows: FigureMaker = (request, lookup) => {
  const receivers = receiversOf(request, lookup);
  const senders = lookup
    .members("partner")
    .flatMap(({ id, title }) => senderAt(request, { slice: "partner", member: id, name: title }, receivers, lookup));
  const [total] = senderAt(request, { slice: "network", member: "network", name: "Whole network" }, receivers, lookup);
  const { title } = lookup.measure(request.measure);
  const rows = [...senders, ...(total ? [total] : [])];
  const shown = senders.flatMap((sender) => shownOf(sender, receivers));
  const possible = senders.flatMap(({ cells }) => cells.filter(({ status }) => status !== "not_applicable"));
  const none = senders.length === 0 || total === undefined;
  const draw = (frame: Parameters<typeof flowMatrix>[0]) => {
    const matrix: Flows = {
      receivers: receivers.map((one) => one.title),
      senders: senders.map(drawn),
      total: drawn(total!),
    };
    return fitsMatrix(frame, matrix) ? flowMatrix(frame, matrix) : flowList(frame, matrix);
  };
  return {
    ...(none ? { instead: `${title}: not collected` } : {}),
    kind: "Table of numbers",
    key,
    widths: WIDE_AND_NARROW,
    draw,
    headline: flowsHeadline(shown),
    subtitle: `Number of referrals by sender and receiver, ${cohortWords(request, lookup)}`,
    summary: flowsSentences(shown, possible.length),
    table: {
      columns: ["Sent by", ...receivers.map((one) => `To ${one.title}`), "All referrals"],
      rows: rows.map(({ name, cells, all }) => ({ name, cells: [...cells, all].map(countCell) })),
    },
    rows: rows.flatMap(({ cells, all }) => [...cells, all]),
    n: rangeOfN([total?.all.value], "n = ", " referrals"),
  };
};
