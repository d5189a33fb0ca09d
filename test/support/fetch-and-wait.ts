import { FetchingNetwork } from "./fetching.ts";

/** Fetches for the network in a folder, in a process of its own that a test can kill. */
const network = new FetchingNetwork();
network.remove();
Object.assign(network, { folder: process.argv[2] });
network.environment = process.env as Record<string, string>;
await network.fetch();
