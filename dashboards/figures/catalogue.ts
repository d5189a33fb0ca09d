import type { FigureMaker } from "../figure-content.ts";
import { control } from "./control.ts";
import { funnel } from "./funnel.ts";
import { medians } from "./medians.ts";
import { movement } from "./movement.ts";
import { netResources } from "./net-resources.ts";
import { pairing } from "./pairing.ts";
import { peopleByMember, peopleByQuarter } from "./people-counts.ts";
import { peopleReached } from "./people-reached.ts";
import { rates } from "./rates.ts";
import { shares } from "./shares.ts";
import { survival } from "./survival.ts";
import { transition } from "./transition.ts";
import { trend } from "./trend.ts";

/** Every kind of figure a page may ask for, by the name it uses. */
export const figureMakers: Readonly<Record<string, FigureMaker>> = {
  "people-reached": peopleReached,
  "people-by-member": peopleByMember,
  "people-by-quarter": peopleByQuarter,
  control,
  funnel,
  medians,
  movement,
  "net-resources": netResources,
  pairing,
  rates,
  shares,
  survival,
  transition,
  trend,
};
