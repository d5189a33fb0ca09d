/** The line by which an editor finds the schema of a YAML file; `schema` is its path from the file's folder. */
export const schemaLine = (schema: string): string => `# yaml-language-server: $schema=${schema}`;
