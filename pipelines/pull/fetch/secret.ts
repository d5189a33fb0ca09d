import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { SecretPlace } from "../../source.ts";
import { unreadableBecause } from "../../unreadable-because.ts";
import { SourceFailure } from "./source-failure.ts";

const LARGEST = 100_000;

/** Where secrets are looked for. */
export interface SecretPlaces {
  environment: Readonly<Record<string, string | undefined>>;
  /** Folder from which the paths of secret files are meant. */
  folder: string;
}

/** A secret that cannot be printed by mistake: only `reveal` gives it. */
export class Secret {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  reveal(): string {
    return this.#text;
  }
  toString(): string {
    return "[secret]";
  }
  toJSON(): string {
    return "[secret]";
  }
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return "[secret]";
  }
}

/** Reads a secret from where it is kept; line ends after it are not part of it. Throws SourceFailure. */
export function readSecret(place: SecretPlace, setting: string, { environment, folder }: SecretPlaces): Secret {
  const lacking = (because: string) => new SourceFailure({ code: "secret-unavailable", facts: { setting, because } });
  if ("environment" in place) {
    const text = environment[place.environment];
    if (!text) throw lacking(`the environment has no ${place.environment}`);
    return new Secret(text);
  }
  const file = path.resolve(folder, place.file);
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) throw lacking(`there is no file ${place.file}`);
  if (!stat.isFile() || stat.size > LARGEST) throw lacking(`${place.file} is no file that holds a secret`);
  if ((stat.mode & 0o077) !== 0) throw lacking(`others can read the file ${place.file} (chmod 600 it)`);
  const text = textOf(file, (because) => lacking(`${place.file} cannot be read: ${because}`));
  if (text === "") throw lacking(`the file ${place.file} is empty`);
  return new Secret(text);
}

function textOf(file: string, failure: (because: string) => Error): string {
  try {
    return readFileSync(file, "utf8").replace(/[\r\n]+$/, "");
  } catch (error) {
    throw failure(unreadableBecause(error as NodeJS.ErrnoException));
  }
}
