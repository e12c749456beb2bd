/** What one runner found, and whether it came to its end. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

function count(report: unknown, ...names: readonly string[]): number {
  if (!isFields(report)) return 0;
  return names.reduce((sum, name) => sum + (Number(report[name]) || 0), 0);
}

export const vitestTally = (report: unknown): Tally => ({
  passed: count(report, "numPassedTests"),
  failed: count(report, "numFailedTests"),
  skipped: count(report, "numPendingTests", "numTodoTests"),
});

export function playwrightTally(report: unknown): Tally {
  const stats = isFields(report) ? report["stats"] : undefined;
  return {
    passed: count(stats, "expected", "flaky"),
    failed: count(stats, "unexpected"),
    skipped: count(stats, "skipped"),
  };
}

/** A runner that fails without a failing test (a broken file, a crash) counts as one failure. */
export const honest = (tally: Tally, code: number): Tally =>
  code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;

export const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (all, each) => ({
      passed: all.passed + each.passed,
      failed: all.failed + each.failed,
      skipped: all.skipped + each.skipped,
    }),
    nothing,
  );

export const closingLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
