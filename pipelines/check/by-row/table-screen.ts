import type { MisfitFinding, ValuesFinding } from "../../screen/identifier-finding.ts";
import { judgeColumns } from "../../screen/judge-columns.ts";
import { isGeneralised, type Screening } from "../../screen/profile.ts";
import { ColumnScreen } from "./column-screen.ts";
import { MisfitScreen } from "./misfit-screen.ts";
import { ProfileScreen } from "./profile-screen.ts";

/** Screens the cells of a table for identifiers, those that fit its header and those that do not. */
export class TableScreen {
  readonly misfits = new MisfitScreen();
  readonly #called: readonly string[];
  readonly #screening: Screening;
  readonly #columns: readonly ColumnScreen[];
  readonly #profiles: readonly ProfileScreen[];

  /** Columns go by these names in what is said. */
  constructor(called: readonly string[], screening: Screening) {
    this.#called = called;
    this.#screening = screening;
    this.#columns = called.map(() => new ColumnScreen());
    this.#profiles = called.map((column) => new ProfileScreen(column, screening));
  }

  /** A row that fits the header. */
  add(cells: readonly (string | null)[]): void {
    for (let at = 0; at < cells.length; at++) {
      this.#columns[at]!.add(cells[at]!);
      this.#profiles[at]!.add(cells[at]!);
    }
  }

  /** Identifiers among the values, but for those of columns passed over. */
  identifiers(file: string, passed: ReadonlySet<string>): (ValuesFinding | MisfitFinding)[] {
    const called = this.#called;
    const others = [...called.keys()].filter((at) => !passed.has(called[at]!));
    const found = others.map((at) => this.#columns[at]!.found(file, called[at]!));
    const unknown = others.filter((_, place) => found[place]!.length === 0);
    const rest = unknown.map((at) => this.#columns[at]!.tallied(called[at]!));
    const shaped = rest.filter(({ tallies }) => tallies.length > 0);
    const judged = judgeColumns(shaped, this.#screening.states).map(
      (facts): ValuesFinding => ({ code: "identifier-values", facts: { file, ...facts } }),
    );
    const barred = others.flatMap((at) => this.#profiles[at]!.found(file));
    const held = [...found.flat(), ...judged, ...barred].filter(
      ({ facts }) => !isGeneralised(this.#screening, facts.column, facts.identifier),
    );
    return [...held, ...this.misfits.end(file)];
  }
}
