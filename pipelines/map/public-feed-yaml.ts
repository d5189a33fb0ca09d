import type { FoundProjects, FoundRecord } from "./found-file.ts";
import { TODO } from "./todo.ts";
import { yamlText } from "./yaml-text.ts";

/** The projects of an HMIS export, each to be given its program: the first of the partner's stands in until it is. */
export function projectLines({ ids, more }: FoundProjects, programs: readonly string[]): string[] {
  const say = `${TODO} say which program it is${choices(programs)}; leave the line out where it is none of the network's.`;
  return [
    ...(ids.length === 0
      ? ["projects: {}", `  ${TODO} the export names no project: add each by its ProjectID.`]
      : ["projects:"]),
    ...ids.map((id) => `  ${JSON.stringify(id)}: ${programs[0]}  ${say}`),
    ...(more > 0 ? [`  ${TODO} ${more} more ${more === 1 ? "project is" : "projects are"} not repeated here.`] : []),
  ];
}

/** The programs somebody in a participant record took part in, and the columns that stand for nothing in it. */
export function participantLines({ programs: found, left }: FoundRecord, programs: readonly string[]): string[] {
  const asked = found.length > 0 ? found : ["otherwise"];
  const say = programs.length === 1 ? "" : `  ${TODO} say which program it is${choices(programs)}.`;
  return [
    "programs:",
    ...asked.map((program) => `  ${program}: ${programs[0]}${say}`),
    ...(left.length > 0
      ? [
          `${TODO} agree to leave ${left.length === 1 ? "this column" : "these columns"} out, or say under columns which element each is:`,
          `# ignore: [${left.map(yamlText).join(", ")}]`,
        ]
      : []),
  ];
}

const choices = (programs: readonly string[]) => (programs.length === 1 ? "" : ` (${programs.join(", ")})`);
