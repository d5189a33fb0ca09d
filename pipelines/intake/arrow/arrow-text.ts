import { DataType, type Decimal, type Field, type RecordBatch, Type, util, type Vector } from "apache-arrow";

/** How a value of a column is said as text. */
export type TextOf = (value: unknown) => string;

/** How the values of a type are said: days as YYYY-MM-DD, with a time behind where it is not midnight, whole numbers without a point; null for lists, objects and bytes. */
export function textOf(type: DataType): TextOf | null {
  if (DataType.isDictionary(type)) return textOf(type.dictionary as DataType);
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type) || DataType.isBool(type)) return String;
  if (DataType.isInt(type) || DataType.isFloat(type)) return plainNumber;
  if (DataType.isDecimal(type)) return (value) => decimal(value as Uint32Array, type);
  if (DataType.isDate(type) || DataType.isTimestamp(type)) return day;
  return type.typeId === Type.Null ? () => "" : null;
}

/** The cells of a batch, row by row; a column that cannot be said stays as JSON. */
export function* rowsOf(batch: RecordBatch, fields: readonly Field[]): Generator<string[]> {
  const columns = fields.map((field, index) => ({
    values: batch.getChildAt(index) as Vector,
    says: textOf(field.type as DataType) ?? nested,
  }));
  for (let row = 0; row < batch.numRows; row++)
    yield columns.map(({ values, says }) => {
      const value: unknown = values.get(row);
      return value === null || value === undefined ? "" : says(value);
    });
}

const plainNumber: TextOf = (value) =>
  typeof value === "number" && Number.isInteger(value) && Math.abs(value) >= 1e21
    ? BigInt(value).toString()
    : String(value);

const day: TextOf = (value) => {
  const seconds = new Date(Math.floor(Number(value) / 1000) * 1000);
  if (Number.isNaN(seconds.getTime())) return "not a day";
  return seconds
    .toISOString()
    .replace("T", " ")
    .replace(/(?: 00:00:00)?[.]000Z$/, "");
};

function decimal(value: Uint32Array, { scale }: Decimal): string {
  const whole = BigInt(util.BN.decimal(value).toString());
  const digits = (whole < 0n ? -whole : whole).toString().padStart(scale + 1, "0");
  const sign = whole < 0n ? "-" : "";
  return scale > 0 ? `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}` : `${sign}${digits}`;
}

const nested: TextOf = (value) =>
  JSON.stringify(value, (_, each) => (typeof each === "bigint" ? each.toString() : each)).slice(0, 30_000);
