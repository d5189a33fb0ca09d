import { prepare } from "./prepare.ts";
await prepare("/work/main/test/bench/out/400", 400, 1);
