import type { Bar, Metric } from "./bars.ts";
import type { ContenderKey } from "./contenders.ts";

/** One figure of each server for one metric; those that it makes no sense for have none. */
export type Row = ReadonlyMap<ContenderKey, number>;

export interface Column {
  readonly key: ContenderKey;
  readonly title: string;
}

/** The whole comparison as Markdown: figures, our ratio to each, the bars and whether they hold. */
export function renderTable(
  columns: readonly Column[],
  rows: readonly { readonly metric: Metric; readonly row: Row }[],
): string {
  const head = ["work", ...columns.map(({ title }) => title), "ratio", "bar", "reached"];
  const lines = rows.map(({ metric, row }) => [
    `${metric.title}, ${metric.unit}`,
    ...columns.map(({ key }) => figure(row.get(key))),
    metric.bars.map((bar) => ratioText(bar, metric, row)).join("; "),
    metric.bars.map((bar) => barText(bar, metric)).join("; "),
    metric.bars.map((bar) => verdict(bar, metric, row)).join("; "),
  ]);
  return [head, head.map(() => "---"), ...lines]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/** Whether a bar is reached; null where there is nothing to compare with. */
export function isReached(bar: Bar, { better }: Metric, row: Row): boolean | null {
  const ours = bar.kind === "ratio" ? ratioOf(bar, better, row) : row.get("concord");
  if (ours === undefined || Number.isNaN(ours)) return null;
  return better === "less" ? ours <= bar.limit : ours >= bar.limit;
}

function verdict(bar: Bar, metric: Metric, row: Row): string {
  const reached = isReached(bar, metric, row);
  if (reached === null) return "–";
  return reached ? "yes" : "**no**";
}

/** Ours to theirs, or to the best of several. */
function ratioOf(
  bar: Extract<Bar, { kind: "ratio" }>,
  better: Metric["better"],
  row: Row,
): number | undefined {
  const ours = row.get("concord");
  const theirs = bar.to.map((key) => row.get(key)).filter((value) => value !== undefined);
  if (ours === undefined || theirs.length === 0) return undefined;
  return ours / (better === "less" ? Math.min(...theirs) : Math.max(...theirs));
}

function ratioText(bar: Bar, { better }: Metric, row: Row): string {
  if (bar.kind === "absolute") return figure(row.get("concord"));
  const ratio = ratioOf(bar, better, row);
  return ratio === undefined ? "–" : `${figure(ratio)} ×`;
}

function barText(bar: Bar, { better, unit }: Metric): string {
  const sign = better === "less" ? "≤" : "≥";
  if (bar.kind === "absolute") return `${sign} ${figure(bar.limit)} ${unit}`;
  const whom = bar.to.length > 1 ? "the better peer" : (bar.to[0] ?? "");
  return `${sign} ${figure(bar.limit)} × ${whom}`;
}

/** Three digits that count, and thousands apart. */
export function figure(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return "–";
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString("en-GB", { maximumFractionDigits: digits });
}
