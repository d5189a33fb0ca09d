import type { RemoteSource } from "../../source.ts";
import type { Connection } from "./connection.ts";
import type { FetchEffects } from "./effects.ts";
import { certificatesOf, webAgent } from "./http-get.ts";
import { httpsConnection } from "./https-source.ts";
import { s3Connection } from "./s3-source.ts";
import type { SecretPlaces } from "./secret.ts";
import { sftpConnection } from "./sftp-source.ts";

/** What every kind of source is reached with. */
export interface Surroundings {
  secrets: SecretPlaces;
  effects: FetchEffects;
  now(): Date;
}

/** Opens the way to a source. Throws SourceFailure. */
export async function connect(
  source: RemoteSource,
  { secrets, effects, now }: Surroundings,
  signal: AbortSignal,
): Promise<Connection> {
  const { limits, private_network_because } = source;
  const route = { limits, signal, effects, privateNetwork: private_network_because !== undefined };
  if (source.kind === "sftp") return sftpConnection(source, secrets, route);
  const web = { ...route, agent: webAgent(certificatesOf(source.ca_file, secrets.folder)) };
  return source.kind === "https" ? httpsConnection(source, secrets, web) : s3Connection(source, secrets, web, now);
}
