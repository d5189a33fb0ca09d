import type { Offered } from "../../pipelines/check/by-row/offered.ts";
import type { Against, CheckAnswer, CheckRequest } from "./check-messages.ts";
import { element, resultOf, verdict } from "./check-result.ts";

/** The worker's code, put here when the site is built, so that it is there from a folder too. */
declare const CHECK_WORKER: string;

const part = <Kind extends HTMLElement>(id: string) => document.getElementById(`check-${id}`) as Kind;
const { partners, records } = JSON.parse(part("offered").textContent) as Offered;

const [tool, drop, input] = [part("tool"), part("drop"), part<HTMLInputElement>("file")];
const [who, feeds, record] = [
  part<HTMLSelectElement>("partner"),
  part<HTMLSelectElement>("feed"),
  part<HTMLSelectElement>("record"),
];
const [status, bar, result] = [part("status"), part<HTMLProgressElement>("progress"), part("result")];
const [download, stop] = [part<HTMLAnchorElement>("download"), part<HTMLButtonElement>("stop")];

const TEMPLATE = "";
let worker: Worker | null = null;

const option = (value: string, text: string) => new Option(text, value);
who.append(...partners.map(({ id, name }) => option(id, name)));
record.append(...records.map(({ kind, title }) => option(kind, title)));

function showFeeds() {
  const partner = partners.find(({ id }) => id === who.value);
  feeds.replaceChildren(...(partner?.feeds ?? []).map(({ id, files }) => option(id, `${id} (${files})`)));
  part("feed-choice").hidden = !partner;
  part("record-choice").hidden = Boolean(partner);
}

/** What is chosen to check against; null for a feed that cannot be checked here. */
function chosen(): Against | null {
  if (who.value === TEMPLATE) return { template: records[record.selectedIndex]!.kind };
  const feed = partners.find(({ id }) => id === who.value)?.feeds.find(({ id }) => id === feeds.value);
  return feed?.as ?? null;
}

const COMMAND = "npm run check -- <file> --partner <id>";

function tell(text: string, busy = false) {
  status.textContent = text;
  bar.hidden = !busy;
  stop.hidden = !busy;
}

function begin(file: File) {
  end();
  result.replaceChildren();
  download.hidden = true;
  const against = chosen();
  if (!against) return tell(`This feed comes in a format that this page cannot read. Check it with ${COMMAND}.`);
  const code = URL.createObjectURL(new Blob([CHECK_WORKER], { type: "text/javascript" }));
  worker = new Worker(code);
  URL.revokeObjectURL(code);
  worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => answer(data);
  worker.onerror = ({ message }) => answer({ kind: "failed", because: message });
  tell(`Checking ${file.name} …`, true);
  bar.removeAttribute("value");
  worker.postMessage({ file, against } satisfies CheckRequest);
}

function end() {
  worker?.terminate();
  worker = null;
}

function answer(said: CheckAnswer) {
  if (said.kind === "reading") {
    bar.value = said.read / said.of;
    return;
  }
  end();
  if (said.kind === "other") return tell(`This is ${said.is}, which this page cannot read. Check it with ${COMMAND}.`);
  if (said.kind === "failed")
    return tell(`The check could not be finished: ${said.because}. Try again, or check the file with ${COMMAND}.`);
  tell(verdict(said));
  result.replaceChildren(element("h2", "What the check found"), ...resultOf(said));
  if (said.findings.length === 0) result.append(element("p", "Nothing is wrong with this file."));
  if (download.href) URL.revokeObjectURL(download.href);
  download.href = URL.createObjectURL(said.csv);
  download.download = `${said.name}.findings.csv`;
  download.hidden = false;
}

who.addEventListener("change", showFeeds);
input.addEventListener("change", () => {
  const [file] = input.files ?? [];
  if (file) begin(file);
  input.value = "";
});
stop.addEventListener("click", () => {
  end();
  tell("The check was stopped.");
});
for (const kind of ["dragover", "dragleave", "drop"] as const)
  drop.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.toggle("over", kind === "dragover");
    const [file] = kind === "drop" ? (event.dataTransfer?.files ?? []) : [];
    if (file) begin(file);
  });
// A file that misses its place must not take the page's.
for (const kind of ["dragover", "drop"] as const) addEventListener(kind, (event) => event.preventDefault());

showFeeds();
tool.hidden = false;
