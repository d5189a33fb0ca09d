import type { FigureMaker } from "../figure-content.ts";
import { movement } from "./movement.ts";
import { pairing } from "./pairing.ts";
import { peopleByMember, peopleByQuarter } from "./people-counts.ts";
import { peopleReached } from "./people-reached.ts";
import { rates } from "./rates.ts";
import { shares } from "./shares.ts";
import { transition } from "./transition.ts";
import { trend } from "./trend.ts";

/** Every kind of figure a page may ask for, by the name it uses. */
export const figureMakers: Readonly<Record<string, FigureMaker>> = {
  "people-reached": peopleReached,
  "people-by-member": peopleByMember,
  "people-by-quarter": peopleByQuarter,
  movement,
  pairing,
  rates,
  shares,
  transition,
  trend,
};
