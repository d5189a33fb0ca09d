import { attributesOf, tagsOf } from "./xml-text.ts";

/** A sheet as its workbook lists it. */
export interface ListedSheet {
  name: string;
  visible: boolean;
  /** Place among all sheets, from 0. */
  index: number;
  /** The part its cells are in, or null for a sheet of another kind, such as a chart's. */
  part: string | null;
}

/** The path of the workbook's own part, as the package says. */
export function workbookPart(packageRelations: string): string {
  const main = relations(packageRelations).find(({ type }) => type.endsWith("/officeDocument"));
  return resolved("", main?.target ?? "xl/workbook.xml");
}

/** Where the relations of a part stand. */
export const relationsOf = (part: string) => part.replace(/([^/]*)$/, "_rels/$1.rels");

/** The sheets of a workbook, in their order. */
export function listSheets(part: string, workbook: string, workbookRelations: string): ListedSheet[] {
  const known = new Map(relations(workbookRelations).map((relation) => [relation.id, relation]));
  const folder = part.replace(/\/?[^/]*$/, "");
  return tagsOf(workbook, "sheet")
    .map(attributesOf)
    .filter((sheet) => sheet.get("name") && sheet.get("id"))
    .map((sheet, index) => {
      const relation = known.get(sheet.get("id")!);
      const cells = relation?.type.endsWith("/worksheet") ? resolved(folder, relation.target) : null;
      return { name: sheet.get("name")!, visible: !/hidden$/i.test(sheet.get("state") ?? ""), index, part: cells };
    });
}

const relations = (xml: string) =>
  tagsOf(xml, "Relationship").map((tag) => {
    const of = attributesOf(tag);
    return { id: of.get("Id") ?? "", type: of.get("Type") ?? "", target: of.get("Target") ?? "" };
  });

function resolved(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = folder.split("/").filter(Boolean);
  for (const step of target.split("/").filter(Boolean)) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}
