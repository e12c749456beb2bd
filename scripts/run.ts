import { spawn } from "node:child_process";

export interface Ran {
  /** The exit code; 1 where the program could not be started or was ended by a signal. */
  readonly code: number;
  /** Everything it wrote, where it was run quietly; else nothing. */
  readonly output: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Keep what it writes instead of showing it. */
  readonly quiet?: boolean;
  readonly timeoutMs?: number;
}

export type Run = (command: string, args: readonly string[], options?: RunOptions) => Promise<Ran>;

/** Runs a program to its end. Never throws: a program that cannot be started has failed. */
export const run: Run = (command, args, { cwd, env, quiet = false, timeoutMs } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      timeout: timeoutMs,
      stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    });
    let output = "";
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.once("error", (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
