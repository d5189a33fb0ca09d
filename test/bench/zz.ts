import { prepare } from "./prepare.ts";
await prepare("/work/main/test/bench/out/20000", 20000, 1);
