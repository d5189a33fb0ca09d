import type { FoundProjects, FoundRecord } from "./found-file.ts";
import { TODO } from "./todo.ts";
import { yamlText } from "./yaml-text.ts";

/** Programs that a public format's feed may name. */
export interface NamedPrograms {
  ids: readonly string[];
  /** Whether they are the partner's own, and not proposed. */
  known: boolean;
}

/** The projects of an HMIS export, each to be given its program: the first of the partner's stands in until it is. */
export function projectLines({ ids, more }: FoundProjects, programs: NamedPrograms): string[] {
  const say = `${whichProgram(programs)}; leave the line out where it is none of the network's.`;
  return [
    ...(ids.length > 0
      ? ["projects:", ...ids.map((id) => `  ${JSON.stringify(id)}: ${programs.ids[0]}  ${say}`)]
      : ["projects: {}", `  ${TODO} the export names no project: add each by its ProjectID.`]),
    ...(more > 0 ? [`  ${TODO} ${more} more ${more === 1 ? "project is" : "projects are"} not repeated here.`] : []),
  ];
}

/** The programs somebody in a participant record took part in, and the columns that stand for nothing in it. */
export function participantLines({ programs: found, left }: FoundRecord, programs: NamedPrograms): string[] {
  const decided = programs.known && programs.ids.length === 1;
  const say = decided ? "" : `  ${whichProgram(programs)}.`;
  const asked = found.length > 0 ? found : ["otherwise"];
  return [
    "programs:",
    ...asked.map((program) => `  ${program}: ${programs.ids[0]}${say}`),
    ...(left.length > 0
      ? [
          `${TODO} agree to leave ${left.length === 1 ? "this column" : "these columns"} out, or say under columns which element each is:`,
          `# ignore: [${left.map(yamlText).join(", ")}]`,
        ]
      : []),
  ];
}

const whichProgram = ({ ids }: NamedPrograms) =>
  `${TODO} say which program it is${ids.length > 1 ? `, of ${ids.join(", ")}` : ""}`;
